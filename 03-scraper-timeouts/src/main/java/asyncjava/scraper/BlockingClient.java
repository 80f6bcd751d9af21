package asyncjava.scraper;

import asyncjava.common.timeline.Timeline;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Requests on a thread that waits until all of the answer has come.
///
/// The deadline is that of the wait, so that it covers all that the request may hang in: the look-up of the
/// name, the connection, the headers, the body. `HttpRequest.timeout` ends with the headers. And what has
/// timed out must be cancelled as well, or its connection stays open.
final class BlockingClient implements AutoCloseable {

    private final ExecutorService callbacks = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;
    private final Limits limits;
    private final Timeline timeline;

    /// Left to itself the JDK's client asks a second time where a connection breaks: without a permit,
    /// without the rate, and without telling. These properties end that for the whole JVM, if they are set
    /// before its first request; then it follows no redirects either.
    static void askOnce() {
        System.setProperty("jdk.httpclient.disableRetryConnect", "true");
        System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
    }

    BlockingClient(Limits limits, Timeline timeline) {
        this.limits = limits;
        this.timeline = timeline;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limits.connect())
                .executor(callbacks)
                .build();
    }

    /// Asks for a page; follows no redirect.
    Reply get(URI uri, Duration within) throws InterruptedException {
        UnderWay request = new UnderWay(uri, limits, timeline);
        BodyHandler<byte[]> handler = head -> new CappedBody(request.headersCame(
                head.statusCode(), name -> head.headers().firstValue(name).orElse("")));
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(
                HttpRequest.newBuilder(uri).header("User-Agent", "scraper").build(), handler);
        try {
            HttpResponse<byte[]> response = sent.get(within.toNanos(), TimeUnit.NANOSECONDS);
            return request.answer(response.body());
        } catch (TimeoutException | ExecutionException failure) {
            return request.none(failure);
        } catch (InterruptedException e) {
            request.cancelled();
            throw e;
        } finally {
            sent.cancel(true); // of no effect when it has ended
        }
    }

    /// Closes every connection. All requests have ended by now.
    @Override
    public void close() {
        client.shutdownNow();
        client.close();
        callbacks.close();
    }
}

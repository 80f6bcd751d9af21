package asyncjava.requests;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Requests on a thread that waits until all of the answer has come.
///
/// The time limit is that of the wait, and so covers all that the request may hang in: the look-up of the
/// name, the connection, the headers, the body. `HttpRequest.timeout` would not do: it ends when the
/// headers have come. And to stop waiting is not enough: it is `cancel(true)`, of the future that
/// `sendAsync` returned, that closes the connection.
final class BlockingClient implements AutoCloseable {

    private final HttpClient client = JdkClient.open();
    private final Duration timeout;

    BlockingClient(Duration timeout) {
        this.timeout = timeout;
    }

    Result fetch(Request request) throws InterruptedException {
        Transfer transfer = request.begin(timeout);
        CompletableFuture<HttpResponse<Void>> sent =
                client.sendAsync(JdkClient.get(request.uri()), TransferSubscriber.handler(transfer));
        try {
            sent.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return transfer.end();
        } catch (TimeoutException | ExecutionException e) {
            return transfer.fail(e);
        } catch (InterruptedException e) {
            transfer.fail(e);
            throw e;
        } finally {
            sent.cancel(true); // of no effect when it has ended
        }
    }

    @Override
    public void close() {
        JdkClient.close(client);
    }
}

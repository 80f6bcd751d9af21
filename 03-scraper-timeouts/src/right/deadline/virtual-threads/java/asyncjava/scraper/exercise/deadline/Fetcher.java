package asyncjava.scraper.exercise.deadline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Fetcher implements AutoCloseable {

    public record Page(int status, String body) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    public Fetcher() {}

    public Page fetch(URI uri, Duration limit) throws IOException, InterruptedException {
        Future<Page> page = executor.submit(() -> {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            return new Page(response.statusCode(), response.body());
        });
        try {
            return page.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no page of %s within %s".formatted(uri, limit));
        } catch (ExecutionException e) {
            throw new IOException("no page of " + uri, e.getCause());
        } finally {
            page.cancel(true); // interrupts the thread that sends
        }
    }

    @Override
    public void close() {
        executor.close();
        client.close();
    }
}

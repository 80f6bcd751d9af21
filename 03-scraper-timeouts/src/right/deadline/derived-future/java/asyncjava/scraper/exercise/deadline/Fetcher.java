package asyncjava.scraper.exercise.deadline;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Fetcher implements AutoCloseable {

    public record Page(int status, String body) {}

    private final HttpClient client = HttpClient.newHttpClient();

    public Fetcher() {}

    public Page fetch(URI uri, Duration limit) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Page> page = client.sendAsync(
                        HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .thenApply(response -> new Page(response.statusCode(), response.body()));
        try {
            return page.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            // What is derived from the client's own future is cancelable as that is.
            page.cancel(true);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

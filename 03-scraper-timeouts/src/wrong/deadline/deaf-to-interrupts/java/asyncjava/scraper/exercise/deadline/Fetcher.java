package asyncjava.scraper.exercise.deadline;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

public final class Fetcher implements AutoCloseable {

    public record Page(int status, String body) {}

    private final HttpClient client = HttpClient.newHttpClient();

    public Fetcher() {}

    public Page fetch(URI uri, Duration limit) {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        try {
            return answer.thenApply(response -> new Page(response.statusCode(), response.body()))
                    .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

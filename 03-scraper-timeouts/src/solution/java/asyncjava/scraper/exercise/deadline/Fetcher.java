package asyncjava.scraper.exercise.deadline;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        // With ofString, it is complete when the body is.
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());
        try {
            HttpResponse<String> response = answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return new Page(response.statusCode(), response.body());
        } finally {
            // Closes the connection, unless the answer is here; and only true does.
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

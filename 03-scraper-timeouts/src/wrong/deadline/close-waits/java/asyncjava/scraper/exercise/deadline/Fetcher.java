package asyncjava.scraper.exercise.deadline;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public final class Fetcher implements AutoCloseable {

    public record Page(int status, String body) {}

    private final HttpClient client = HttpClient.newHttpClient();

    public Fetcher() {}

    public Page fetch(URI uri, Duration limit) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            HttpResponse<String> response = executor.submit(
                            () -> client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()))
                    .get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return new Page(response.statusCode(), response.body());
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

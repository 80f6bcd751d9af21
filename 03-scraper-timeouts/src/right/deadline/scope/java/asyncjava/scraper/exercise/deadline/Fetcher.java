package asyncjava.scraper.exercise.deadline;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;

public final class Fetcher implements AutoCloseable {

    public record Page(int status, String body) {}

    private final HttpClient client = HttpClient.newHttpClient();

    public Fetcher() {}

    public Page fetch(URI uri, Duration limit) throws InterruptedException {
        try (var scope =
                StructuredTaskScope.open(Joiner.<Page>allSuccessfulOrThrow(), config -> config.withTimeout(limit))) {
            var page = scope.fork(() -> {
                HttpResponse<String> response =
                        client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
                return new Page(response.statusCode(), response.body());
            });
            scope.join();
            return page.get();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

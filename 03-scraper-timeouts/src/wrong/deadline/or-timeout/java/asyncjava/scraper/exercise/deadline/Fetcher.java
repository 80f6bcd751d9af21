package asyncjava.scraper.exercise.deadline;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

public final class Fetcher implements AutoCloseable {

    public record Page(int status, String body) {}

    private final HttpClient client = HttpClient.newHttpClient();

    public Fetcher() {}

    public Page fetch(URI uri, Duration limit) throws Exception {
        HttpResponse<String> response = client.sendAsync(
                        HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .get();
        return new Page(response.statusCode(), response.body());
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}

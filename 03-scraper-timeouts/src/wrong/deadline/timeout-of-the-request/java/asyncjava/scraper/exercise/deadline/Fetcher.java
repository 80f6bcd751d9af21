package asyncjava.scraper.exercise.deadline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

public final class Fetcher implements AutoCloseable {

    public record Page(int status, String body) {}

    private final HttpClient client = HttpClient.newHttpClient();

    public Fetcher() {}

    public Page fetch(URI uri, Duration limit) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(limit).build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        return new Page(response.statusCode(), response.body());
    }

    @Override
    public void close() {
        client.close();
    }
}

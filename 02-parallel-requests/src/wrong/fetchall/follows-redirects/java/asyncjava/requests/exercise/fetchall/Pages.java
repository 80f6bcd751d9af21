package asyncjava.requests.exercise.fetchall;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Pages implements AutoCloseable {

    public record Page(URI uri, int status, String body) {}

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    public Pages() {}

    public List<Page> fetchAll(List<URI> uris) throws InterruptedException {
        try (var scope = StructuredTaskScope.<Page>open()) {
            List<Subtask<Page>> pages =
                    uris.stream().map(uri -> scope.fork(() -> fetch(uri))).toList();
            scope.join();
            return pages.stream().map(Subtask::get).toList();
        }
    }

    private Page fetch(URI uri) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        return new Page(uri, response.statusCode(), response.body());
    }

    @Override
    public void close() {
        client.close();
    }
}

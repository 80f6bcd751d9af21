package asyncjava.requests.exercise.fetchall;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class Pages implements AutoCloseable {

    public record Page(URI uri, int status, String body) {}

    public Pages() {}

    public List<Page> fetchAll(List<URI> uris) throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Page>> pages = new ArrayList<>();
            for (URI uri : uris) {
                pages.add(executor.submit(() -> fetch(uri)));
            }
            List<Page> fetched = new ArrayList<>();
            for (Future<Page> page : pages) {
                fetched.add(page.get());
            }
            return fetched;
        }
    }

    private static Page fetch(URI uri) throws IOException, InterruptedException {
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        return new Page(uri, response.statusCode(), response.body());
    }

    @Override
    public void close() {}
}

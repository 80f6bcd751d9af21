package asyncjava.requests.exercise.fetchall;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

public final class Pages implements AutoCloseable {

    public record Page(URI uri, int status, String body) {}

    private final HttpClient client = HttpClient.newHttpClient();

    public Pages() {}

    public List<Page> fetchAll(List<URI> uris) throws InterruptedException, ExecutionException {
        List<CompletableFuture<Page>> pages = uris.stream().map(this::fetch).toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(pages.toArray(CompletableFuture<?>[]::new));
        for (CompletableFuture<Page> page : pages) {
            page.exceptionally(failure -> {
                all.completeExceptionally(failure);
                return null;
            });
        }
        try {
            all.get();
        } catch (InterruptedException | ExecutionException e) {
            client.shutdownNow();
            throw e;
        }
        return pages.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Page> fetch(URI uri) {
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .thenApply(response -> new Page(uri, response.statusCode(), response.body()));
    }

    @Override
    public void close() {
        client.close();
    }
}

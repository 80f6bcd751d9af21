package asyncjava.requests.exercise.fetchall;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import reactor.core.publisher.Mono;

public final class Pages implements AutoCloseable {

    public record Page(URI uri, int status, String body) {}

    private final HttpClient client = HttpClient.newHttpClient();

    public Pages() {}

    public List<Page> fetchAll(List<URI> uris) {
        return Mono.zip(
                        uris.stream().map(this::fetch).toList(),
                        pages -> Arrays.stream(pages).map(Page.class::cast).toList())
                .blockOptional()
                .orElse(List.of());
    }

    private Mono<Page> fetch(URI uri) {
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        return Mono.fromFuture(() -> client.sendAsync(request, BodyHandlers.ofString()))
                .map(response -> new Page(uri, response.statusCode(), response.body()));
    }

    @Override
    public void close() {
        client.close();
    }
}

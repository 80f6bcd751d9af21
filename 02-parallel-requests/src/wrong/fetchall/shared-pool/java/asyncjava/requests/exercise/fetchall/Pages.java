package asyncjava.requests.exercise.fetchall;

import java.net.URI;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

public final class Pages implements AutoCloseable {

    public record Page(URI uri, int status, String body) {}

    private final HttpClient client = HttpClient.create();

    public Pages() {}

    public List<Page> fetchAll(List<URI> uris) {
        return Flux.fromIterable(uris)
                .flatMapSequential(this::fetch)
                .collectList()
                .block();
    }

    private Mono<Page> fetch(URI uri) {
        return client.get()
                .uri(uri)
                .responseSingle((response, body) -> body.asString()
                        .defaultIfEmpty("")
                        .map(text -> new Page(uri, response.status().code(), text)));
    }

    @Override
    public void close() {}
}

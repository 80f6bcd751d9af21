package asyncjava.requests.exercise.firstanswer;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

public final class FirstAnswer {

    private FirstAnswer() {}

    public static String firstOf(List<URI> mirrors) {
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("mirrors must not be empty");
        }
        ConnectionProvider connections = ConnectionProvider.create("mirrors", 1000);
        try {
            HttpClient client = HttpClient.create(connections);
            return Flux.fromIterable(mirrors)
                    .flatMap(mirror -> fetch(client, mirror))
                    .next()
                    .blockOptional()
                    .orElseThrow();
        } finally {
            connections.dispose();
        }
    }

    private static Mono<String> fetch(HttpClient client, URI mirror) {
        return client.get()
                .uri(mirror)
                .responseSingle((response, body) -> response.status().code() / 100 == 2
                        ? body.asString(StandardCharsets.UTF_8).defaultIfEmpty("")
                        : Mono.empty());
    }
}

package asyncjava.requests.exercise.firstanswer;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

public final class FirstAnswer {

    private FirstAnswer() {}

    public static String firstOf(List<URI> mirrors) {
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("mirrors must not be empty");
        }
        HttpClient client = HttpClient.create();
        return Mono.firstWithValue(
                        mirrors.stream().map(mirror -> fetch(client, mirror)).toList())
                .block();
    }

    private static Mono<String> fetch(HttpClient client, URI mirror) {
        return client.get().uri(mirror).responseSingle((response, body) -> {
            int status = response.status().code();
            return status / 100 == 2
                    ? body.asString(StandardCharsets.UTF_8).defaultIfEmpty("")
                    : Mono.error(new IOException("status " + status));
        });
    }
}

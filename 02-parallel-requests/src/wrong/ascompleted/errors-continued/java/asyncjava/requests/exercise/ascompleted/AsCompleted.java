package asyncjava.requests.exercise.ascompleted;

import asyncjava.requests.exercise.ascompleted.Result.Answered;
import asyncjava.requests.exercise.ascompleted.Result.Failed;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

public final class AsCompleted {

    private AsCompleted() {}

    public static void fetchEach(List<URI> uris, Consumer<Result> each) {
        ConnectionProvider connections = ConnectionProvider.create("fetch-each", 1000);
        try {
            HttpClient client = HttpClient.create(connections);
            Flux.fromIterable(uris)
                    .flatMap(uri -> fetch(client, uri))
                    .doOnNext(each)
                    .onErrorContinue((e, result) -> {})
                    .then()
                    .block();
        } finally {
            connections.dispose();
        }
    }

    private static Mono<Result> fetch(HttpClient client, URI uri) {
        return client.get()
                .uri(uri)
                .responseSingle((response, body) -> body.asString()
                        .defaultIfEmpty("")
                        .<Result>map(text -> new Answered(uri, response.status().code(), text)))
                .onErrorResume(e -> Mono.just(new Failed(uri, e)));
    }
}

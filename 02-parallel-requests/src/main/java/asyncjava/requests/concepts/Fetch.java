package asyncjava.requests.concepts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import reactor.core.publisher.Mono;

/// How the samples ask for a text, in three styles. An answer that is not 200 is an `IOException` in all of
/// them.
final class Fetch {

    private Fetch() {}

    static String text(HttpClient client, URI uri) throws IOException, InterruptedException {
        return textOf(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()));
    }

    static CompletableFuture<String> textLater(HttpClient client, URI uri) {
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .thenApply(response -> {
                    try {
                        return textOf(response);
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                });
    }

    static Mono<String> text(reactor.netty.http.client.HttpClient client, URI uri) {
        return client.get().uri(uri).responseSingle((response, body) -> {
            int status = response.status().code();
            return body.asString()
                    .map(String::strip)
                    .flatMap(text -> status == 200 ? Mono.just(text) : Mono.error(refused(status, uri)));
        });
    }

    private static String textOf(HttpResponse<String> response) throws IOException {
        if (response.statusCode() != 200) {
            throw refused(response.statusCode(), response.uri());
        }
        return response.body().strip();
    }

    private static IOException refused(int status, URI uri) {
        return new IOException("status %d for %s".formatted(status, uri.getPath()));
    }
}

package asyncjava.requests.exercise.ascompleted;

import asyncjava.requests.exercise.ascompleted.Result.Answered;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

public final class AsCompleted {

    private AsCompleted() {}

    public static void fetchEach(List<URI> uris, Consumer<Result> each) {
        HttpClient client = HttpClient.newHttpClient();
        uris.forEach(uri -> fetch(client, uri).thenAccept(each));
        client.shutdownNow();
    }

    private static CompletableFuture<Result> fetch(HttpClient client, URI uri) {
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .thenApply(response -> new Answered(uri, response.statusCode(), response.body()));
    }
}

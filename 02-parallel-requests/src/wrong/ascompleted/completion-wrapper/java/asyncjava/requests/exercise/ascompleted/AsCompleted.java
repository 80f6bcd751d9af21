package asyncjava.requests.exercise.ascompleted;

import asyncjava.requests.exercise.ascompleted.Result.Answered;
import asyncjava.requests.exercise.ascompleted.Result.Failed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

public final class AsCompleted {

    private AsCompleted() {}

    public static void fetchEach(List<URI> uris, Consumer<Result> each) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            BlockingQueue<Result> results = new LinkedBlockingQueue<>();
            List<CompletableFuture<Void>> requests = uris.stream()
                    .map(uri -> fetch(client, uri).thenAccept(results::add))
                    .toList();
            try {
                for (int i = 0; i < uris.size(); i++) {
                    each.accept(results.take());
                }
            } finally {
                requests.forEach(request -> request.cancel(true));
            }
        }
    }

    private static CompletableFuture<Result> fetch(HttpClient client, URI uri) {
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .<Result>thenApply(response -> new Answered(uri, response.statusCode(), response.body()))
                .exceptionally(failure -> new Failed(uri, failure));
    }
}

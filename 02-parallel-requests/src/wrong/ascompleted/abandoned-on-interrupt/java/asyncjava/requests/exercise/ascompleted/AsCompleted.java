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
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

public final class AsCompleted {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private AsCompleted() {}

    public static void fetchEach(List<URI> uris, Consumer<Result> each) throws InterruptedException {
        BlockingQueue<Result> results = new LinkedBlockingQueue<>();
        List<CompletableFuture<Void>> requests =
                uris.stream().map(uri -> fetch(uri).thenAccept(results::add)).toList();
        try {
            for (int i = 0; i < uris.size(); i++) {
                each.accept(results.take());
            }
        } catch (RuntimeException e) {
            requests.forEach(request -> request.cancel(true));
            throw e;
        }
    }

    private static CompletableFuture<Result> fetch(URI uri) {
        return CLIENT.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .handle((response, failure) -> failure == null
                        ? new Answered(uri, response.statusCode(), response.body())
                        : new Failed(uri, failure instanceof CompletionException ? failure.getCause() : failure));
    }
}

package asyncjava.requests.exercise.ascompleted;

import asyncjava.requests.exercise.ascompleted.Result.Answered;
import asyncjava.requests.exercise.ascompleted.Result.Failed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

public final class AsCompleted {

    private AsCompleted() {}

    public static void fetchEach(List<URI> uris, Consumer<Result> each) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try {
            CountDownLatch ended = new CountDownLatch(uris.size());
            uris.forEach(uri -> fetch(client, uri)
                    .thenAccept(result -> caller.execute(() -> {
                        ended.countDown();
                        each.accept(result);
                    })));
            ended.await();
        } finally {
            caller.shutdown();
            client.shutdownNow();
        }
    }

    private static CompletableFuture<Result> fetch(HttpClient client, URI uri) {
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .handle((response, failure) -> failure == null
                        ? new Answered(uri, response.statusCode(), response.body())
                        : new Failed(uri, failure instanceof CompletionException ? failure.getCause() : failure));
    }
}

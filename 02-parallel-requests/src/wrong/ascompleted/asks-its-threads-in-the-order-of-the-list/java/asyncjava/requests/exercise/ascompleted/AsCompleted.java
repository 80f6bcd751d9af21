package asyncjava.requests.exercise.ascompleted;

import asyncjava.requests.exercise.ascompleted.Result.Answered;
import asyncjava.requests.exercise.ascompleted.Result.Failed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

public final class AsCompleted {

    private final ReentrantLock turn = new ReentrantLock();
    private final Consumer<Result> each;
    private boolean hasThrown;

    private AsCompleted(Consumer<Result> each) {
        this.each = each;
    }

    public static void fetchEach(List<URI> uris, Consumer<Result> each)
            throws InterruptedException, ExecutionException {
        AsCompleted all = new AsCompleted(each);
        try (var client = HttpClient.newHttpClient();
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                List<? extends Future<?>> requests = uris.stream()
                        .map(uri -> executor.submit(() -> {
                            all.handOn(fetch(client, uri));
                            return null;
                        }))
                        .toList();
                for (Future<?> request : requests) {
                    request.get();
                }
            } finally {
                executor.shutdownNow();
            }
        }
    }

    private void handOn(Result result) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            if (!hasThrown) {
                hasThrown = true;
                each.accept(result);
                hasThrown = false;
            }
        } finally {
            turn.unlock();
        }
    }

    private static Result fetch(HttpClient client, URI uri) throws InterruptedException {
        try {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            return new Answered(uri, response.statusCode(), response.body());
        } catch (IOException e) {
            return new Failed(uri, e);
        }
    }
}

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
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

public final class AsCompleted {

    private final Consumer<Result> each;
    private final ReentrantLock turn = new ReentrantLock();
    private boolean hasThrown;

    private AsCompleted(Consumer<Result> each) {
        this.each = each;
    }

    public static void fetchEach(List<URI> uris, Consumer<Result> each) throws InterruptedException {
        AsCompleted all = new AsCompleted(each);
        try (var client = HttpClient.newHttpClient();
                var scope = StructuredTaskScope.open()) {
            uris.forEach(uri -> scope.fork(() -> {
                all.handOn(fetch(client, uri));
                return null;
            }));
            scope.join();
        }
    }

    private void handOn(Result result) throws InterruptedException {
        // An interrupt ends the wait for a turn too, which it would not do with synchronized.
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

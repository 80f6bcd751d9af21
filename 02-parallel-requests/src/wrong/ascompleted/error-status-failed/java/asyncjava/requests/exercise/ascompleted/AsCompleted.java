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
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

public final class AsCompleted {

    private AsCompleted() {}

    public static void fetchEach(List<URI> uris, Consumer<Result> each)
            throws InterruptedException, ExecutionException {
        try (var client = HttpClient.newHttpClient();
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var ended = new ExecutorCompletionService<Result>(executor);
                uris.forEach(uri -> ended.submit(() -> fetch(client, uri)));
                for (int i = 0; i < uris.size(); i++) {
                    each.accept(ended.take().get());
                }
            } finally {
                executor.shutdownNow();
            }
        }
    }

    private static Result fetch(HttpClient client, URI uri) throws InterruptedException {
        try {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return new Answered(uri, response.statusCode(), response.body());
        } catch (IOException e) {
            return new Failed(uri, e);
        }
    }
}

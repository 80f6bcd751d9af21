package asyncjava.requests.exercise.ascompleted;

import asyncjava.requests.exercise.ascompleted.Result.Answered;
import asyncjava.requests.exercise.ascompleted.Result.Failed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

public final class AsCompleted {

    private AsCompleted() {}

    public static void fetchEach(List<URI> uris, Consumer<Result> each)
            throws InterruptedException, ExecutionException {
        try (var client = HttpClient.newHttpClient();
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Result>> requests = new ArrayList<>();
            uris.forEach(uri -> requests.add(() -> fetch(client, uri)));
            for (Future<Result> result : executor.invokeAll(requests)) {
                each.accept(result.get());
            }
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

package asyncjava.requests.exercise.ascompleted;

import asyncjava.requests.exercise.ascompleted.Result.Answered;
import asyncjava.requests.exercise.ascompleted.Result.Failed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Consumer;

public final class AsCompleted {

    private AsCompleted() {}

    public static void fetchEach(List<URI> uris, Consumer<Result> each) throws InterruptedException {
        Object lock = new Object();
        try (var client = HttpClient.newHttpClient();
                var scope = StructuredTaskScope.open()) {
            for (URI uri : uris) {
                scope.fork(() -> {
                    Result result = fetch(client, uri);
                    synchronized (lock) {
                        each.accept(result);
                    }
                    return null;
                });
            }
            scope.join();
        }
    }

    private static Result fetch(HttpClient client, URI uri) {
        try {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            return new Answered(uri, response.statusCode(), response.body());
        } catch (Exception e) {
            return new Failed(uri, e);
        }
    }
}

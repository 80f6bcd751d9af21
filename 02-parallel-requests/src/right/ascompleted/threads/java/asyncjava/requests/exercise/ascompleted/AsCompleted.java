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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

public final class AsCompleted {

    private AsCompleted() {}

    public static void fetchEach(List<URI> uris, Consumer<Result> each) throws InterruptedException {
        BlockingQueue<Result> results = new LinkedBlockingQueue<>();
        HttpClient client = HttpClient.newHttpClient();
        try {
            for (URI uri : uris) {
                new Thread(() -> {
                            try {
                                results.add(fetch(client, uri));
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        })
                        .start();
            }
            for (int i = 0; i < uris.size(); i++) {
                each.accept(results.take());
            }
        } finally {
            // Breaks off what is under way, which ends the threads that wait for it.
            client.shutdownNow();
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

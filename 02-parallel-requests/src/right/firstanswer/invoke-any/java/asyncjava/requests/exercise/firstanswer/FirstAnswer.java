package asyncjava.requests.exercise.firstanswer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

public final class FirstAnswer {

    private FirstAnswer() {}

    public static String firstOf(List<URI> mirrors) throws IOException, InterruptedException {
        Queue<IOException> failures = new ConcurrentLinkedQueue<>();
        // invokeAny interrupts the others, and refuses an empty list.
        try (var client = HttpClient.newHttpClient();
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> requests = new ArrayList<>();
            for (URI mirror : mirrors) {
                requests.add(() -> {
                    try {
                        return fetch(client, mirror);
                    } catch (IOException e) {
                        failures.add(e);
                        throw e;
                    }
                });
            }
            return executor.invokeAny(requests);
        } catch (ExecutionException e) {
            IOException none = new IOException("no mirror has answered");
            failures.forEach(none::addSuppressed);
            throw none;
        }
    }

    private static String fetch(HttpClient client, URI mirror) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(mirror).build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("status " + response.statusCode());
        }
        return response.body();
    }
}

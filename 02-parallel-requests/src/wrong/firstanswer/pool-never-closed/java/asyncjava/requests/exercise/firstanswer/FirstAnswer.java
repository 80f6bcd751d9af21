package asyncjava.requests.exercise.firstanswer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class FirstAnswer {

    private FirstAnswer() {}

    public static String firstOf(List<URI> mirrors) throws IOException, InterruptedException {
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("mirrors must not be empty");
        }
        ExecutorService executor = Executors.newCachedThreadPool();
        List<Future<String>> requests = new ArrayList<>();
        HttpClient client = HttpClient.newHttpClient();
        try {
            var ended = new ExecutorCompletionService<String>(executor);
            mirrors.forEach(mirror -> requests.add(ended.submit(() -> fetch(client, mirror))));
            IOException none = new IOException("no mirror has answered");
            for (int i = 0; i < mirrors.size(); i++) {
                try {
                    return ended.take().get();
                } catch (ExecutionException e) {
                    none.addSuppressed(e.getCause());
                }
            }
            throw none;
        } finally {
            requests.forEach(request -> request.cancel(true));
            client.shutdownNow();
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

package asyncjava.requests.exercise.firstanswer;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

public final class FirstAnswer {

    private FirstAnswer() {}

    public static String firstOf(List<URI> mirrors) throws IOException, InterruptedException {
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("mirrors must not be empty");
        }
        HttpClient client = HttpClient.newHttpClient();
        try (InputStream body = first(client, mirrors)) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            client.shutdownNow();
        }
    }

    private static InputStream first(HttpClient client, List<URI> mirrors) throws IOException, InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var ended = new ExecutorCompletionService<InputStream>(executor);
                mirrors.forEach(mirror -> ended.submit(() -> fetch(client, mirror)));
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
                executor.shutdownNow();
            }
        }
    }

    private static InputStream fetch(HttpClient client, URI mirror) throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                client.send(HttpRequest.newBuilder(mirror).build(), BodyHandlers.ofInputStream());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("status " + response.statusCode());
        }
        return response.body();
    }
}

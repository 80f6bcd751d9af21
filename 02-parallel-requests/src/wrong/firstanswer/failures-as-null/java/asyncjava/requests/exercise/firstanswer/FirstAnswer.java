package asyncjava.requests.exercise.firstanswer;

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

public final class FirstAnswer {

    private FirstAnswer() {}

    public static String firstOf(List<URI> mirrors) throws InterruptedException, ExecutionException {
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("mirrors must not be empty");
        }
        try (var client = HttpClient.newHttpClient();
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var ended = new ExecutorCompletionService<String>(executor);
                mirrors.forEach(mirror -> ended.submit(() -> fetch(client, mirror)));
                for (int i = 0; i < mirrors.size(); i++) {
                    String answer = ended.take().get();
                    if (answer != null) {
                        return answer;
                    }
                }
                return null;
            } finally {
                executor.shutdownNow();
            }
        }
    }

    private static String fetch(HttpClient client, URI mirror) throws InterruptedException {
        try {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(mirror).build(), BodyHandlers.ofString());
            return response.statusCode() / 100 == 2 ? response.body() : null;
        } catch (IOException e) {
            return null;
        }
    }
}

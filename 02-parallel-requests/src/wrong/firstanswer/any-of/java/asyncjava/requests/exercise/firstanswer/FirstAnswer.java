package asyncjava.requests.exercise.firstanswer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

public final class FirstAnswer {

    private FirstAnswer() {}

    public static String firstOf(List<URI> mirrors) throws InterruptedException, ExecutionException {
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("mirrors must not be empty");
        }
        HttpClient client = HttpClient.newHttpClient();
        List<CompletableFuture<String>> answers =
                mirrors.stream().map(mirror -> fetch(client, mirror)).toList();
        try {
            return (String) CompletableFuture.anyOf(answers.toArray(CompletableFuture<?>[]::new))
                    .get();
        } finally {
            answers.forEach(answer -> answer.cancel(true));
            client.shutdownNow();
        }
    }

    private static CompletableFuture<String> fetch(HttpClient client, URI mirror) {
        return client.sendAsync(HttpRequest.newBuilder(mirror).build(), BodyHandlers.ofString())
                .thenApply(FirstAnswer::bodyOf);
    }

    private static String bodyOf(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException("status " + response.statusCode());
        }
        return response.body();
    }
}

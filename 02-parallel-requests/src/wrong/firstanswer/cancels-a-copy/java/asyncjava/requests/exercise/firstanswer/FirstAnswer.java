package asyncjava.requests.exercise.firstanswer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

public final class FirstAnswer {

    private FirstAnswer() {}

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public static String firstOf(List<URI> mirrors) throws IOException, InterruptedException {
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("mirrors must not be empty");
        }
        BlockingQueue<CompletableFuture<String>> ended = new LinkedBlockingQueue<>();
        List<CompletableFuture<String>> answers = mirrors.stream()
                .map(mirror -> CompletableFuture.supplyAsync(() -> mirror, Runnable::run)
                        .thenCompose(FirstAnswer::fetch))
                .toList();
        answers.forEach(answer -> answer.whenComplete((body, failure) -> ended.add(answer)));
        try {
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
            answers.forEach(answer -> answer.cancel(true));
        }
    }

    private static CompletableFuture<String> fetch(URI mirror) {
        return CLIENT.sendAsync(HttpRequest.newBuilder(mirror).build(), BodyHandlers.ofString())
                .thenApply(FirstAnswer::bodyOf);
    }

    private static String bodyOf(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException("status " + response.statusCode());
        }
        return response.body();
    }
}

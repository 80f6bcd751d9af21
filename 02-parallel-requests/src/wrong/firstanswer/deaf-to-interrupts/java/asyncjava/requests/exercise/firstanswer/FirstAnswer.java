package asyncjava.requests.exercise.firstanswer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

public final class FirstAnswer {

    private FirstAnswer() {}

    public static String firstOf(List<URI> mirrors) {
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("mirrors must not be empty");
        }
        try (var client = HttpClient.newHttpClient()) {
            CompletableFuture<String> first = new CompletableFuture<>();
            Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
            List<CompletableFuture<Void>> requests = mirrors.stream()
                    .map(mirror -> fetch(client, mirror).handle((body, failure) -> {
                        if (failure == null) {
                            first.complete(body);
                        } else {
                            failures.add(failure);
                        }
                        return (Void) null;
                    }))
                    .toList();
            CompletableFuture.allOf(requests.toArray(CompletableFuture<?>[]::new))
                    .thenRun(() -> {
                        IOException none = new IOException("no mirror has answered");
                        failures.forEach(none::addSuppressed);
                        first.completeExceptionally(none);
                    });
            try {
                return first.join();
            } finally {
                requests.forEach(request -> request.cancel(true));
            }
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

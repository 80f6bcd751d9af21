package asyncjava.requests.exercise.firstanswer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class FirstAnswer {

    private FirstAnswer() {}

    public static String firstOf(List<URI> mirrors) throws IOException, InterruptedException {
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("mirrors must not be empty");
        }
        // With the first result the scope interrupts the other subtasks, which ends their requests.
        try (var client = HttpClient.newHttpClient();
                var scope = StructuredTaskScope.open(Joiner.<String>anySuccessfulResultOrThrow())) {
            List<Subtask<String>> asked = mirrors.stream()
                    .map(mirror -> scope.fork(() -> fetch(client, mirror)))
                    .toList();
            try {
                return scope.join();
            } catch (FailedException e) {
                IOException none = new IOException("none of %d mirrors has answered".formatted(mirrors.size()));
                asked.forEach(mirror -> none.addSuppressed(mirror.exception()));
                throw none;
            }
        }
    }

    private static String fetch(HttpClient client, URI mirror) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(mirror).build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("%s has status %d".formatted(mirror, response.statusCode()));
        }
        return response.body();
    }
}

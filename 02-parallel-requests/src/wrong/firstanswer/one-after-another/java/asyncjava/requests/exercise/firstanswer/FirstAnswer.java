package asyncjava.requests.exercise.firstanswer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

public final class FirstAnswer {

    private FirstAnswer() {}

    public static String firstOf(List<URI> mirrors) throws IOException, InterruptedException {
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("mirrors must not be empty");
        }
        IOException none = new IOException("no mirror has answered");
        try (var client = HttpClient.newHttpClient()) {
            for (URI mirror : mirrors) {
                try {
                    return fetch(client, mirror);
                } catch (IOException e) {
                    none.addSuppressed(e);
                }
            }
        }
        throw none;
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

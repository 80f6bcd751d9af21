package asyncjava.requests.exercise.firstanswer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public final class FirstAnswer {

    private FirstAnswer() {}

    public static String firstOf(List<URI> mirrors) throws IOException, InterruptedException {
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("mirrors must not be empty");
        }
        BlockingQueue<Object> ends = new LinkedBlockingQueue<>();
        HttpClient client = HttpClient.newHttpClient();
        List<Thread> threads = new ArrayList<>();
        try {
            for (URI mirror : mirrors) {
                threads.add(Thread.ofPlatform().start(() -> {
                    try {
                        ends.add(fetch(client, mirror));
                    } catch (IOException | InterruptedException e) {
                        ends.add(e);
                    }
                }));
            }
            IOException none = new IOException("no mirror has answered");
            for (int i = 0; i < mirrors.size(); i++) {
                switch (ends.take()) {
                    case String body -> {
                        return body;
                    }
                    case Exception failure -> none.addSuppressed(failure);
                    default -> throw new IllegalStateException("neither a body nor a failure");
                }
            }
            throw none;
        } finally {
            threads.forEach(Thread::interrupt);
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

package asyncjava.requests.exercise.firstanswer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

public final class FirstAnswer {

    private FirstAnswer() {}

    public static String firstOf(List<URI> mirrors) throws InterruptedException, ExecutionException {
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("mirrors must not be empty");
        }
        try (var client = HttpClient.newHttpClient();
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> requests = new ArrayList<>();
            mirrors.forEach(mirror -> requests.add(() -> fetch(client, mirror)));
            return executor.invokeAny(requests);
        }
    }

    private static String fetch(HttpClient client, URI mirror) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(mirror).build(), BodyHandlers.ofString())
                .body();
    }
}

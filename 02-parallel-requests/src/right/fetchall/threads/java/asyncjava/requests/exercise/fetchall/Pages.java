package asyncjava.requests.exercise.fetchall;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public final class Pages implements AutoCloseable {

    public record Page(URI uri, int status, String body) {}

    private final HttpClient client = HttpClient.newHttpClient();

    public Pages() {}

    public List<Page> fetchAll(List<URI> uris) throws Exception {
        Page[] pages = new Page[uris.size()];
        BlockingQueue<Optional<Exception>> ends = new LinkedBlockingQueue<>();
        List<Thread> threads = new ArrayList<>();
        try {
            for (int i = 0; i < pages.length; i++) {
                int place = i;
                threads.add(Thread.ofPlatform().start(() -> {
                    try {
                        pages[place] = fetch(uris.get(place));
                        ends.add(Optional.empty());
                    } catch (Exception e) {
                        ends.add(Optional.of(e));
                    }
                }));
            }
            for (int i = 0; i < pages.length; i++) {
                Optional<Exception> failure = ends.take();
                if (failure.isPresent()) {
                    throw failure.get();
                }
            }
            return List.of(pages);
        } finally {
            threads.forEach(Thread::interrupt);
        }
    }

    private Page fetch(URI uri) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        return new Page(uri, response.statusCode(), response.body());
    }

    @Override
    public void close() {
        client.close();
    }
}

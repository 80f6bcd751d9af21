package asyncjava.scraper.exercise.deadline;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

public final class Fetcher implements AutoCloseable {

    public record Page(int status, String body) {}

    private final HttpClient client = HttpClient.create(ConnectionProvider.create("fetcher", 100));

    public Fetcher() {}

    public Page fetch(URI uri, Duration limit) {
        return client.get()
                .uri(uri)
                .responseSingle((response, body) -> body.asString(StandardCharsets.UTF_8)
                        .defaultIfEmpty("")
                        .map(text -> new Page(response.status().code(), text)))
                .timeout(limit)
                .block();
    }

    @Override
    public void close() {}
}

package asyncjava.scraper.exercise.deadline;

import java.net.URI;
import java.time.Duration;
import reactor.netty.http.client.HttpClient;

public final class Fetcher implements AutoCloseable {

    public record Page(int status, String body) {}

    public Fetcher() {}

    public Page fetch(URI uri, Duration limit) {
        return HttpClient.newConnection()
                .get()
                .uri(uri)
                .responseSingle((response, body) ->
                        body.asString().map(text -> new Page(response.status().code(), text)))
                .timeout(limit)
                .block();
    }

    @Override
    public void close() {}
}

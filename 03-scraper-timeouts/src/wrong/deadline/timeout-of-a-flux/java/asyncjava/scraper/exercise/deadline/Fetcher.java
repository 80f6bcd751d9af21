package asyncjava.scraper.exercise.deadline;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import reactor.netty.http.client.HttpClient;

public final class Fetcher implements AutoCloseable {

    public record Page(int status, String body) {}

    public Fetcher() {}

    public Page fetch(URI uri, Duration limit) {
        int[] status = new int[1];
        return HttpClient.newConnection()
                .get()
                .uri(uri)
                .response((response, body) -> {
                    status[0] = response.status().code();
                    return body.asString(StandardCharsets.UTF_8);
                })
                .timeout(limit)
                .collect(Collectors.joining())
                .map(body -> new Page(status[0], body))
                .block();
    }

    @Override
    public void close() {}
}

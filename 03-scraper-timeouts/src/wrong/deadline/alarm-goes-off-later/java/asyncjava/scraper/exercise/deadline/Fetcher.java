package asyncjava.scraper.exercise.deadline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public final class Fetcher implements AutoCloseable {

    public record Page(int status, String body) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("alarms").daemon().unstarted(task));

    public Fetcher() {}

    public Page fetch(URI uri, Duration limit) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Thread caller = Thread.currentThread();
        alarms.schedule(caller::interrupt, limit.toNanos(), TimeUnit.NANOSECONDS);
        try {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            return new Page(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            if (System.nanoTime() - began >= limit.toNanos()) {
                throw new HttpTimeoutException("no page of %s within %s".formatted(uri, limit));
            }
            throw e;
        }
    }

    @Override
    public void close() {
        alarms.shutdownNow();
        client.close();
    }
}

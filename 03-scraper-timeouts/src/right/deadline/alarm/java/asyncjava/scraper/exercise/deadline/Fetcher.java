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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

public final class Fetcher implements AutoCloseable {

    public record Page(int status, String body) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();

    public Fetcher() {}

    public Page fetch(URI uri, Duration limit) throws IOException, InterruptedException {
        Alarm alarm = new Alarm(Thread.currentThread());
        ScheduledFuture<?> set = alarms.schedule(alarm::goOff, limit.toNanos(), TimeUnit.NANOSECONDS);
        try {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            return new Page(response.statusCode(), response.body());
        } catch (IOException | InterruptedException e) {
            if (alarm.wentOff()) {
                throw new HttpTimeoutException("no page of %s within %s".formatted(uri, limit));
            }
            throw e;
        } finally {
            set.cancel(false);
            alarm.over();
        }
    }

    @Override
    public void close() {
        alarms.close();
        client.close();
    }

    /// Interrupts a thread, and never after it is over.
    private static final class Alarm {

        private final Thread sleeper;
        private boolean wentOff;
        private boolean over;

        Alarm(Thread sleeper) {
            this.sleeper = sleeper;
        }

        synchronized void goOff() {
            if (!over) {
                wentOff = true;
                sleeper.interrupt();
            }
        }

        synchronized boolean wentOff() {
            return wentOff;
        }

        synchronized void over() {
            over = true;
            if (wentOff) {
                Thread.interrupted(); // it was ours
            }
        }
    }
}

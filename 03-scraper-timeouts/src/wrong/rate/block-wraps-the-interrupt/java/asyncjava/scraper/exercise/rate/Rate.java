package asyncjava.scraper.exercise.rate;

import asyncjava.scraper.exercise.Time;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

public final class Rate {

    private final long interval;
    private final long mostSaved;
    private final Time time;

    private long next;

    public Rate(int perSecond, int burst, Time time) {
        interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        mostSaved = (burst - 1) * interval;
        this.time = time;
        next = time.nanoTime() - mostSaved;
    }

    public void acquire() {
        long wait = take();
        while (wait > 0) {
            Mono.delay(Duration.ofNanos(wait)).block();
            wait = take();
        }
    }

    /// Takes a permit where there is one.
    ///
    /// @return 0, or how long it is until the next
    private synchronized long take() {
        long now = time.nanoTime();
        next = Math.max(next, now - mostSaved);
        if (next > now) {
            return next - now;
        }
        next += interval;
        return 0;
    }
}

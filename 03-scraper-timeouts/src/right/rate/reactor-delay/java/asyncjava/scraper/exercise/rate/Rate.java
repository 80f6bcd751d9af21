package asyncjava.scraper.exercise.rate;

import asyncjava.scraper.exercise.Time;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.core.Exceptions;
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

    public void acquire() throws InterruptedException {
        long wait = take();
        while (wait > 0) {
            waitFor(Mono.delay(Duration.ofNanos(wait)));
            wait = take();
        }
    }

    private static void waitFor(Mono<Long> delay) throws InterruptedException {
        try {
            delay.block();
        } catch (RuntimeException e) {
            if (Exceptions.unwrap(e) instanceof InterruptedException interrupted) {
                // block() has set it again.
                Thread.interrupted();
                throw interrupted;
            }
            throw e;
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

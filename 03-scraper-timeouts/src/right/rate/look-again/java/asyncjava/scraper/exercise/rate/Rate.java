package asyncjava.scraper.exercise.rate;

import asyncjava.scraper.exercise.Time;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

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

    /// All that wait wake up for the same permit; one gets it, and the others sleep again.
    public void acquire() throws InterruptedException {
        long wait = take();
        while (wait > 0) {
            time.sleep(Duration.ofNanos(wait));
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

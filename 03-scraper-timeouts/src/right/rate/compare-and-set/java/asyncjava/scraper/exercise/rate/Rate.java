package asyncjava.scraper.exercise.rate;

import asyncjava.scraper.exercise.Time;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

public final class Rate {

    private final long interval;
    private final long mostSaved;
    private final Time time;
    private final AtomicLong next;

    public Rate(int perSecond, int burst, Time time) {
        interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        mostSaved = (burst - 1) * interval;
        this.time = time;
        next = new AtomicLong(time.nanoTime() - mostSaved);
    }

    public void acquire() throws InterruptedException {
        while (true) {
            long seen = next.get();
            long now = time.nanoTime();
            if (seen - now > 0) {
                time.sleep(Duration.ofNanos(seen - now));
            } else if (next.compareAndSet(seen, Math.max(seen, now - mostSaved) + interval)) {
                return;
            }
        }
    }
}

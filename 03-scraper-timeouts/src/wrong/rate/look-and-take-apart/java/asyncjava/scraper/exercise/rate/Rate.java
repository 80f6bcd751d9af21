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
        long mine = Math.max(next.get(), time.nanoTime() - mostSaved);
        next.set(mine + interval);
        long wait = mine - time.nanoTime();
        if (wait > 0) {
            time.sleep(Duration.ofNanos(wait));
        }
    }
}

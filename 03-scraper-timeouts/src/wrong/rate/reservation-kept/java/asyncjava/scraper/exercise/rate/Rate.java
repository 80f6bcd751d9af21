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

    public void acquire() throws InterruptedException {
        long wait = reserve() - time.nanoTime();
        if (wait > 0) {
            time.sleep(Duration.ofNanos(wait));
        }
    }

    private synchronized long reserve() {
        long mine = Math.max(next, time.nanoTime() - mostSaved);
        next = mine + interval;
        return mine;
    }
}

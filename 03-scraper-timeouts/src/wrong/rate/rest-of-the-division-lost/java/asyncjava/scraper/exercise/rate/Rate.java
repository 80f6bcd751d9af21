package asyncjava.scraper.exercise.rate;

import asyncjava.scraper.exercise.Time;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

public final class Rate {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final int perSecond;
    private final int burst;
    private final Time time;
    private final Semaphore turn = new Semaphore(1, true);
    private long permits;
    private long counted;

    public Rate(int perSecond, int burst, Time time) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.time = time;
        permits = burst;
        counted = time.nanoTime();
    }

    public void acquire() throws InterruptedException {
        turn.acquire();
        try {
            count();
            while (permits == 0) {
                time.sleep(Duration.ofNanos(Math.ceilDiv(SECOND, perSecond)));
                count();
            }
            permits--;
        } finally {
            turn.release();
        }
    }

    private void count() {
        long now = time.nanoTime();
        permits = Math.min(burst, permits + (now - counted) * perSecond / SECOND);
        counted = now;
    }
}

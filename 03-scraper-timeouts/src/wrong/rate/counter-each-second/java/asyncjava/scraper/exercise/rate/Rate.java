package asyncjava.scraper.exercise.rate;

import asyncjava.scraper.exercise.Time;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

public final class Rate {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final int perSecond;
    private final Time time;
    private final Semaphore turn = new Semaphore(1, true);
    private long secondBegan;
    private int count;

    public Rate(int perSecond, int burst, Time time) {
        this.perSecond = perSecond;
        this.time = time;
        secondBegan = time.nanoTime();
    }

    public void acquire() throws InterruptedException {
        turn.acquire();
        try {
            long left = secondBegan + SECOND - time.nanoTime();
            if (count == perSecond && left > 0) {
                time.sleep(Duration.ofNanos(left));
            }
            if (time.nanoTime() - secondBegan >= SECOND) {
                secondBegan = time.nanoTime();
                count = 0;
            }
            count++;
        } finally {
            turn.release();
        }
    }
}

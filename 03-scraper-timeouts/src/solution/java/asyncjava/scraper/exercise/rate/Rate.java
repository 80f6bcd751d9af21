package asyncjava.scraper.exercise.rate;

import asyncjava.scraper.exercise.Time;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

public final class Rate {

    private final long interval;
    private final long mostSaved;
    private final Time time;

    /// One waits for the next permit, the others for their turn: who gives up has reserved nothing.
    private final Semaphore turn = new Semaphore(1, true);

    /// When the next permit is there. The longer ago, the more are saved up.
    private long next;

    public Rate(int perSecond, int burst, Time time) {
        interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        mostSaved = (burst - 1) * interval;
        this.time = time;
        next = time.nanoTime() - mostSaved;
    }

    public void acquire() throws InterruptedException {
        turn.acquire();
        try {
            long now = time.nanoTime();
            if (now - next > mostSaved) {
                next = now - mostSaved;
            } else if (next - now > 0) {
                time.sleep(Duration.ofNanos(next - now));
            }
            next += interval;
        } finally {
            turn.release();
        }
    }
}

package asyncjava.scraper.exercise.rate;

import asyncjava.scraper.exercise.Time;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

public final class Rate {

    private final Semaphore permits;

    public Rate(int perSecond, int burst, Time time) {
        permits = new Semaphore(burst);
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        time.timer()
                .scheduleAtFixedRate(
                        () -> {
                            if (permits.availablePermits() < burst) {
                                permits.release();
                            }
                        },
                        interval,
                        interval,
                        TimeUnit.NANOSECONDS);
    }

    public void acquire() throws InterruptedException {
        permits.acquire();
    }
}

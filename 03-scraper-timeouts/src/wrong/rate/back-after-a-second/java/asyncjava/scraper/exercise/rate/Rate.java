package asyncjava.scraper.exercise.rate;

import asyncjava.scraper.exercise.Time;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

public final class Rate {

    private final Time time;
    private final Semaphore permits;

    public Rate(int perSecond, int burst, Time time) {
        this.time = time;
        permits = new Semaphore(burst, true);
    }

    public void acquire() throws InterruptedException {
        permits.acquire();
        time.timer().schedule(() -> permits.release(), 1, TimeUnit.SECONDS);
    }
}

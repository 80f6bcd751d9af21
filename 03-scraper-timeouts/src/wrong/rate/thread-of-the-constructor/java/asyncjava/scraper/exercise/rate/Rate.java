package asyncjava.scraper.exercise.rate;

import asyncjava.scraper.exercise.Time;
import java.time.Duration;
import java.util.concurrent.Semaphore;

public final class Rate {

    private final Semaphore permits;

    public Rate(int perSecond, int burst, Time time) {
        permits = new Semaphore(burst);
        Duration interval = Duration.ofSeconds(1).dividedBy(perSecond);
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    time.sleep(interval);
                    if (permits.availablePermits() < burst) {
                        permits.release();
                    }
                }
            } catch (InterruptedException e) {
                // Nobody has this thread, and so nobody interrupts it.
            }
        });
    }

    public void acquire() throws InterruptedException {
        permits.acquire();
    }
}

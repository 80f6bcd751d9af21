package asyncjava.scraper.exercise.rate;

import asyncjava.scraper.exercise.Time;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

public final class Rate {

    private final int perSecond;
    private final int burst;
    private final Time time;
    private final ReentrantLock lock = new ReentrantLock();
    private double permits;
    private long counted;

    public Rate(int perSecond, int burst, Time time) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.time = time;
        permits = burst;
        counted = time.nanoTime();
    }

    public void acquire() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            count();
            while (permits < 1) {
                time.sleep(Duration.ofNanos((long) Math.ceil((1 - permits) / perSecond * 1e9)));
                count();
            }
            permits--;
        } finally {
            lock.unlock();
        }
    }

    private void count() {
        long now = time.nanoTime();
        permits = Math.min(burst, permits + (now - counted) / 1e9 * perSecond);
        counted = now;
    }
}

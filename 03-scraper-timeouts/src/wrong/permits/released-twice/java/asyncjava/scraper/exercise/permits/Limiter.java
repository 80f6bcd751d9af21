package asyncjava.scraper.exercise.permits;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Limiter {

    private final Semaphore permits;

    public Limiter(int places) {
        permits = new Semaphore(places);
    }

    public <T> T run(Callable<T> work, Duration atMostWaiting) throws Exception {
        if (!permits.tryAcquire(atMostWaiting.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("no place became free within " + atMostWaiting);
        }
        try {
            return work.call();
        } catch (Exception e) {
            permits.release();
            throw e;
        } finally {
            permits.release();
        }
    }
}

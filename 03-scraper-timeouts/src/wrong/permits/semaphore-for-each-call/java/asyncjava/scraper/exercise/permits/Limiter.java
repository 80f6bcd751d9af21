package asyncjava.scraper.exercise.permits;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Limiter {

    private final int places;

    public Limiter(int places) {
        this.places = places;
    }

    public <T> T run(Callable<T> work, Duration atMostWaiting) throws Exception {
        Semaphore permits = new Semaphore(places);
        if (!permits.tryAcquire(atMostWaiting.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("no place became free within " + atMostWaiting);
        }
        try {
            return work.call();
        } finally {
            permits.release();
        }
    }
}

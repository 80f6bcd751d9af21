package asyncjava.scraper.exercise.permits;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

public final class Limiter {

    private final Semaphore permits;

    public Limiter(int places) {
        permits = new Semaphore(places);
    }

    public <T> T run(Callable<T> work, Duration atMostWaiting) throws Exception {
        permits.acquire();
        try {
            return work.call();
        } finally {
            permits.release();
        }
    }
}

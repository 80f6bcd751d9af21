package asyncjava.scraper.exercise.permits;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

public final class Limiter {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore permits;

    public Limiter(int places) {
        permits = new Semaphore(places);
    }

    public <T> T run(Callable<T> work, Duration atMostWaiting) throws Exception {
        if (permits.tryAcquire()) {
            return onMyPlace(work);
        }
        Future<T> result = threads.submit(() -> {
            permits.acquire();
            return onMyPlace(work);
        });
        return result.get(atMostWaiting.toNanos(), TimeUnit.NANOSECONDS);
    }

    private <T> T onMyPlace(Callable<T> work) throws Exception {
        try {
            return work.call();
        } finally {
            permits.release();
        }
    }
}

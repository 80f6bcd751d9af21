package asyncjava.scraper.exercise.permits;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

public final class Limiter {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore permits;

    public Limiter(int places) {
        permits = new Semaphore(places);
    }

    public <T> T run(Callable<T> work, Duration atMostWaiting) throws Exception {
        if (!permits.tryAcquire()) {
            CompletableFuture.runAsync(permits::acquireUninterruptibly, threads)
                    .get(atMostWaiting.toNanos(), TimeUnit.NANOSECONDS);
        }
        try {
            return work.call();
        } finally {
            permits.release();
        }
    }
}

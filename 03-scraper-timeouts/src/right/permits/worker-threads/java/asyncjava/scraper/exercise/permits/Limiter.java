package asyncjava.scraper.exercise.permits;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Does the work on another thread, for which it waits to its end.
public final class Limiter {

    private final Semaphore permits;

    public Limiter(int places) {
        permits = new Semaphore(places, true);
    }

    public <T> T run(Callable<T> work, Duration atMostWaiting) throws Exception {
        if (!permits.tryAcquire(atMostWaiting.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("no place became free within " + atMostWaiting);
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread worker = Thread.startVirtualThread(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result(worker, result);
        } finally {
            permits.release();
        }
    }

    private static <T> T result(Thread worker, CompletableFuture<T> result) throws Exception {
        while (true) {
            try {
                return result.get();
            } catch (InterruptedException e) {
                worker.interrupt(); // and wait on: it is up to the work
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw (Exception) e.getCause();
            }
        }
    }
}

package asyncjava.scraper.exercise.permits;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Limiter {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore permits;

    public Limiter(int places) {
        permits = new Semaphore(places);
    }

    public <T> T run(Callable<T> work, Duration atMostWaiting) throws Exception {
        if (!permits.tryAcquire(atMostWaiting.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("no place became free within " + atMostWaiting);
        }
        Future<T> result = threads.submit(work);
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        } finally {
            result.cancel(true);
            permits.release();
        }
    }
}

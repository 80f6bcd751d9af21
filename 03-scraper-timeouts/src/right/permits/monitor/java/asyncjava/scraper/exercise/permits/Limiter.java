package asyncjava.scraper.exercise.permits;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Limiter {

    private int free;

    public Limiter(int places) {
        free = places;
    }

    public <T> T run(Callable<T> work, Duration atMostWaiting) throws Exception {
        take(System.nanoTime() + atMostWaiting.toNanos());
        try {
            return work.call();
        } finally {
            giveBack();
        }
    }

    private synchronized void take(long until) throws InterruptedException, TimeoutException {
        while (free == 0) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                throw new TimeoutException("no place became free in time");
            }
            // Rounded up: to wait for 0 ms is to wait for ever.
            wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
        }
        free--;
    }

    private synchronized void giveBack() {
        free++;
        notifyAll();
    }
}

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
        take(atMostWaiting.toNanos());
        try {
            return work.call();
        } finally {
            giveBack();
        }
    }

    private synchronized void take(long nanos) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            if (free > 0) {
                free--;
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        throw new TimeoutException("no place became free");
    }

    private synchronized void giveBack() {
        free++;
        notify();
    }
}

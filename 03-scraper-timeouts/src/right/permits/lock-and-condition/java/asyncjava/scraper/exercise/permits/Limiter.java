package asyncjava.scraper.exercise.permits;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public final class Limiter {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private int free;

    public Limiter(int places) {
        free = places;
    }

    public <T> T run(Callable<T> work, Duration atMostWaiting) throws Exception {
        take(atMostWaiting);
        try {
            return work.call();
        } finally {
            giveBack();
        }
    }

    private void take(Duration atMostWaiting) throws InterruptedException, TimeoutException {
        lock.lock();
        try {
            long left = atMostWaiting.toNanos();
            while (free == 0) {
                if (left <= 0) {
                    throw new TimeoutException("no place became free within " + atMostWaiting);
                }
                left = freed.awaitNanos(left);
            }
            free--;
        } finally {
            lock.unlock();
        }
    }

    private void giveBack() {
        lock.lock();
        try {
            free++;
            freed.signal();
        } finally {
            lock.unlock();
        }
    }
}

package asyncjava.queue.exercise.join;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public final class Workers implements AutoCloseable {

    private final ExecutorService workers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition allDone = lock.newCondition();
    private int unfinished;

    public Workers(int count) {
        workers = Executors.newFixedThreadPool(count, Thread.ofVirtual().factory());
    }

    public void submit(Runnable task) {
        count(1);
        workers.execute(() -> {
            try {
                task.run();
            } finally {
                count(-1);
            }
        });
    }

    public void join() throws InterruptedException {
        lock.lock();
        try {
            while (unfinished > 0) {
                allDone.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        workers.close();
    }

    private void count(int change) {
        lock.lock();
        try {
            unfinished += change;
            if (unfinished == 0) {
                allDone.signal();
            }
        } finally {
            lock.unlock();
        }
    }
}

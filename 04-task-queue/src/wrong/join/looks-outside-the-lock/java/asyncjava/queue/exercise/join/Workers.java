package asyncjava.queue.exercise.join;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public final class Workers implements AutoCloseable {

    private final ExecutorService workers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition allDone = lock.newCondition();
    private final AtomicInteger unfinished = new AtomicInteger();

    public Workers(int count) {
        workers = Executors.newFixedThreadPool(count, Thread.ofVirtual().factory());
    }

    public void submit(Runnable task) {
        unfinished.incrementAndGet();
        workers.execute(() -> {
            try {
                task.run();
            } finally {
                ends();
            }
        });
    }

    public void join() throws InterruptedException {
        while (unfinished.get() > 0) {
            lock.lock();
            try {
                allDone.await();
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public void close() {
        workers.close();
    }

    private void ends() {
        if (unfinished.decrementAndGet() > 0) {
            return;
        }
        lock.lock();
        try {
            allDone.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

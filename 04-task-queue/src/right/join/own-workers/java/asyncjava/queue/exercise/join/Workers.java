package asyncjava.queue.exercise.join;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public final class Workers implements AutoCloseable {

    private static final Runnable END = () -> {};

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition allDone = lock.newCondition();
    private int unfinished;

    public Workers(int count) {
        for (int i = 0; i < count; i++) {
            threads.add(Thread.startVirtualThread(this::work));
        }
    }

    public void submit(Runnable task) {
        count(1);
        tasks.add(task);
    }

    public void join() throws InterruptedException {
        lock.lockInterruptibly();
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
        threads.forEach(_ -> tasks.add(END));
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void work() {
        while (true) {
            try {
                Runnable task = tasks.take();
                if (task == END) {
                    return;
                }
                run(task);
            } catch (InterruptedException e) {
                // A task left it behind; it asks nobody here.
            }
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            // The task's own affair.
        } finally {
            Thread.interrupted();
            count(-1);
        }
    }

    private void count(int change) {
        lock.lock();
        try {
            unfinished += change;
            if (unfinished == 0) {
                allDone.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}

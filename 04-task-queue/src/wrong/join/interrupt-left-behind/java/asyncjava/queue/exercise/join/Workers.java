package asyncjava.queue.exercise.join;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public final class Workers implements AutoCloseable {

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private int unfinished;

    public Workers(int count) {
        for (int i = 0; i < count; i++) {
            threads.add(Thread.startVirtualThread(this::work));
        }
    }

    public void submit(Runnable task) {
        synchronized (this) {
            unfinished++;
        }
        tasks.add(task);
    }

    public synchronized void join() throws InterruptedException {
        while (unfinished > 0) {
            wait();
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    private void work() {
        while (true) {
            Runnable task;
            try {
                task = tasks.take();
            } catch (InterruptedException e) {
                return;
            }
            try {
                task.run();
            } catch (Throwable e) {
                System.err.println("a task has failed: " + e);
            } finally {
                ends();
            }
        }
    }

    private synchronized void ends() {
        unfinished--;
        notifyAll();
    }
}

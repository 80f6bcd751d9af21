package asyncjava.queue.exercise.join;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

public final class Workers implements AutoCloseable {

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Thread> threads = new ArrayList<>();

    public Workers(int count) {
        for (int i = 0; i < count; i++) {
            threads.add(Thread.startVirtualThread(this::work));
        }
    }

    public synchronized void submit(Runnable task) {
        tasks.add(task);
        notifyAll();
    }

    public synchronized void join() throws InterruptedException {
        while (!tasks.isEmpty()) {
            wait();
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    private void work() {
        try {
            while (true) {
                try {
                    next().run();
                } catch (RuntimeException | Error e) {
                    System.err.println("a task has failed: " + e);
                }
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private synchronized Runnable next() throws InterruptedException {
        while (tasks.isEmpty()) {
            wait();
        }
        Runnable next = tasks.remove();
        notifyAll();
        return next;
    }
}

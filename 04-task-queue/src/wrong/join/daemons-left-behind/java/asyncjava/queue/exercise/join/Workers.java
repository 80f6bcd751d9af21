package asyncjava.queue.exercise.join;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class Workers implements AutoCloseable {

    private final ExecutorService workers;
    private int unfinished;

    public Workers(int count) {
        workers =
                Executors.newFixedThreadPool(count, Thread.ofPlatform().daemon().factory());
    }

    public void submit(Runnable task) {
        begins();
        workers.execute(() -> {
            try {
                task.run();
            } finally {
                ends();
            }
        });
    }

    public synchronized void join() throws InterruptedException {
        while (unfinished > 0) {
            wait();
        }
    }

    @Override
    public void close() {
        // They are daemons, so that nobody has to wait for them.
    }

    private synchronized void begins() {
        unfinished++;
    }

    private synchronized void ends() {
        unfinished--;
        notifyAll();
    }
}

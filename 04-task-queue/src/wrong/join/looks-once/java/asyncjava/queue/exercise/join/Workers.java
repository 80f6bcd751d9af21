package asyncjava.queue.exercise.join;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class Workers implements AutoCloseable {

    private final ExecutorService workers;
    private int unfinished;

    public Workers(int count) {
        workers = Executors.newFixedThreadPool(count, Thread.ofVirtual().factory());
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
        if (unfinished > 0) {
            wait();
        }
    }

    @Override
    public void close() {
        workers.close();
    }

    private synchronized void begins() {
        unfinished++;
    }

    private synchronized void ends() {
        unfinished--;
        notifyAll();
    }
}

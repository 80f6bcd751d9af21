package asyncjava.queue.exercise.join;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

public final class Workers implements AutoCloseable {

    private final ExecutorService workers;
    private int unfinished;

    public Workers(int count) {
        workers = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(1000),
                Thread.ofVirtual().factory());
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

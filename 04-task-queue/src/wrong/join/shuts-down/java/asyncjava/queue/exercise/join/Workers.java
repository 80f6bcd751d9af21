package asyncjava.queue.exercise.join;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public final class Workers implements AutoCloseable {

    private final ExecutorService workers;

    public Workers(int count) {
        workers = Executors.newFixedThreadPool(count);
    }

    public void submit(Runnable task) {
        workers.execute(task);
    }

    public void join() throws InterruptedException {
        workers.shutdown();
        workers.awaitTermination(1, TimeUnit.DAYS);
    }

    @Override
    public void close() {
        workers.close();
    }
}

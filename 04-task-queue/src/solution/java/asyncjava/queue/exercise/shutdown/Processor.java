package asyncjava.queue.exercise.shutdown;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

public final class Processor<T> {

    private record Job<T>(T item, Handler<T> handler) implements Runnable {
        @Override
        public void run() {
            try {
                handler.handle(item);
            } catch (Throwable e) {
                // The item's own affair; there is nobody to tell.
            }
        }
    }

    private final ExecutorService workers;
    private final Handler<T> handler;

    public Processor(int workers, Handler<T> handler) {
        this.workers = Executors.newFixedThreadPool(workers, Thread.ofVirtual().factory());
        this.handler = handler;
    }

    public boolean submit(T item) {
        try {
            // Not submit(), which would wrap the job, and abort would get the wrapper.
            workers.execute(new Job<>(item, handler));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    public void drain() throws InterruptedException {
        workers.shutdown();
        awaitEnd();
    }

    public List<T> abort() throws InterruptedException {
        List<T> notBegun = new ArrayList<>();
        for (Runnable job : workers.shutdownNow()) {
            @SuppressWarnings("unchecked")
            Job<T> mine = (Job<T>) job;
            notBegun.add(mine.item());
        }
        awaitEnd();
        return notBegun;
    }

    private void awaitEnd() throws InterruptedException {
        // Nobody knows how long a handler takes, and whoever gives up after a minute says that all is over.
        workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }
}

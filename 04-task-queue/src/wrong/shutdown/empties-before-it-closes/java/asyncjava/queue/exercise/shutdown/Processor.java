package asyncjava.queue.exercise.shutdown;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
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

    private final ThreadPoolExecutor workers;
    private final Handler<T> handler;

    public Processor(int workers, Handler<T> handler) {
        this.workers = new ThreadPoolExecutor(
                workers,
                workers,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofVirtual().factory());
        this.handler = handler;
    }

    public boolean submit(T item) {
        try {
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
        List<Runnable> jobs = new ArrayList<>();
        workers.getQueue().drainTo(jobs);
        workers.shutdownNow();
        List<T> notBegun = new ArrayList<>();
        for (Runnable job : jobs) {
            @SuppressWarnings("unchecked")
            Job<T> mine = (Job<T>) job;
            notBegun.add(mine.item());
        }
        awaitEnd();
        return notBegun;
    }

    private void awaitEnd() throws InterruptedException {
        workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }
}

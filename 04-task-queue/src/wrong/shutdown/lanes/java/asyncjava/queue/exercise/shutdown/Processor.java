package asyncjava.queue.exercise.shutdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public final class Processor<T> {

    private record Job<T>(int number, T item, Handler<T> handler) implements Runnable {
        @Override
        public void run() {
            try {
                handler.handle(item);
            } catch (Throwable e) {
                // The item's own affair.
            }
        }
    }

    private final Handler<T> handler;
    private final List<ExecutorService> lanes = new ArrayList<>();
    private int submitted;
    private boolean closed;

    public Processor(int workers, Handler<T> handler) {
        this.handler = handler;
        for (int i = 0; i < workers; i++) {
            lanes.add(Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()));
        }
    }

    public synchronized boolean submit(T item) {
        if (closed) {
            return false;
        }
        lanes.get(submitted % lanes.size()).execute(new Job<>(submitted, item, handler));
        submitted++;
        return true;
    }

    public void drain() throws InterruptedException {
        synchronized (this) {
            closed = true;
            lanes.forEach(ExecutorService::shutdown);
        }
        awaitEnd();
    }

    @SuppressWarnings("unchecked")
    public List<T> abort() throws InterruptedException {
        List<Job<T>> notBegun = new ArrayList<>();
        synchronized (this) {
            closed = true;
            for (ExecutorService lane : lanes) {
                lane.shutdownNow().forEach(job -> notBegun.add((Job<T>) job));
            }
        }
        awaitEnd();
        notBegun.sort(Comparator.comparingInt(Job::number));
        return notBegun.stream().map(Job::item).toList();
    }

    private void awaitEnd() throws InterruptedException {
        for (ExecutorService lane : lanes) {
            lane.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        }
    }
}

package asyncjava.queue.exercise.shutdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class Processor<T> {

    private final ExecutorService workers;
    private final Handler<T> handler;
    private final Map<CompletableFuture<Void>, T> unfinished = new LinkedHashMap<>();
    private boolean closed;

    public Processor(int workers, Handler<T> handler) {
        this.workers = Executors.newFixedThreadPool(workers);
        this.handler = handler;
    }

    public synchronized boolean submit(T item) {
        if (closed) {
            return false;
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        unfinished.put(done, item);
        done.completeAsync(() -> handle(done, item), workers);
        return true;
    }

    public void drain() {
        synchronized (this) {
            closed = true;
        }
        workers.close();
    }

    public List<T> abort() {
        List<T> notBegun;
        synchronized (this) {
            closed = true;
            notBegun = new ArrayList<>(unfinished.values());
            unfinished.keySet().forEach(future -> future.cancel(true));
        }
        workers.close();
        return notBegun;
    }

    private Void handle(CompletableFuture<Void> future, T item) {
        synchronized (this) {
            unfinished.remove(future);
        }
        try {
            handler.handle(item);
        } catch (Throwable e) {
            // The item's own affair.
        }
        return null;
    }
}

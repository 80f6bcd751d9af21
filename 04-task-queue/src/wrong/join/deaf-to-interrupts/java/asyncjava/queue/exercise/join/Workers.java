package asyncjava.queue.exercise.join;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class Workers implements AutoCloseable {

    private final ExecutorService workers;
    private final Set<CompletableFuture<Void>> unfinished = ConcurrentHashMap.newKeySet();

    public Workers(int count) {
        workers = Executors.newFixedThreadPool(count);
    }

    public void submit(Runnable task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        unfinished.add(done);
        CompletableFuture.runAsync(task, workers).whenComplete((_, _) -> {
            unfinished.remove(done);
            done.complete(null);
        });
    }

    public void join() {
        while (!unfinished.isEmpty()) {
            unfinished.forEach(CompletableFuture::join);
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}

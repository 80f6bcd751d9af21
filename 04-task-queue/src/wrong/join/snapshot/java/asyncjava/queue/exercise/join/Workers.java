package asyncjava.queue.exercise.join;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class Workers implements AutoCloseable {

    private final ExecutorService workers;
    private final Queue<CompletableFuture<?>> submitted = new ConcurrentLinkedQueue<>();

    public Workers(int count) {
        workers = Executors.newFixedThreadPool(count);
    }

    public void submit(Runnable task) {
        submitted.removeIf(CompletableFuture::isDone);
        submitted.add(CompletableFuture.runAsync(task, workers).handle((_, _) -> null));
    }

    public void join() throws InterruptedException {
        try {
            CompletableFuture.allOf(submitted.toArray(CompletableFuture[]::new)).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}

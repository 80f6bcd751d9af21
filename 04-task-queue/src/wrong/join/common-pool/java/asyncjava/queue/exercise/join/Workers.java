package asyncjava.queue.exercise.join;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

public final class Workers implements AutoCloseable {

    private final Semaphore places;
    private int unfinished;

    public Workers(int count) {
        places = new Semaphore(count);
    }

    public synchronized void submit(Runnable task) {
        unfinished++;
        var _ = CompletableFuture.runAsync(() -> {
                    places.acquireUninterruptibly();
                    try {
                        task.run();
                    } finally {
                        places.release();
                    }
                })
                .whenComplete((_, _) -> ends());
    }

    public synchronized void join() throws InterruptedException {
        while (unfinished > 0) {
            wait();
        }
    }

    @Override
    public void close() {}

    private synchronized void ends() {
        unfinished--;
        notifyAll();
    }
}

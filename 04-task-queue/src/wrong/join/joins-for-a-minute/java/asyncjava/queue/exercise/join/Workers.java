package asyncjava.queue.exercise.join;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public final class Workers implements AutoCloseable {

    private final ExecutorService workers;
    private final Set<CountDownLatch> unfinished = ConcurrentHashMap.newKeySet();

    public Workers(int count) {
        workers = Executors.newFixedThreadPool(count, Thread.ofVirtual().factory());
    }

    public void submit(Runnable task) {
        CountDownLatch done = new CountDownLatch(1);
        unfinished.add(done);
        workers.execute(() -> {
            try {
                task.run();
            } finally {
                unfinished.remove(done);
                done.countDown();
            }
        });
    }

    public void join() throws InterruptedException {
        while (!unfinished.isEmpty()) {
            for (CountDownLatch each : unfinished) {
                if (!each.await(1, TimeUnit.MINUTES)) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}

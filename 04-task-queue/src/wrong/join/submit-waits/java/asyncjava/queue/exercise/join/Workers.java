package asyncjava.queue.exercise.join;

import java.util.concurrent.Semaphore;

public final class Workers implements AutoCloseable {

    private final int count;
    private final Semaphore permits;

    public Workers(int count) {
        this.count = count;
        permits = new Semaphore(count);
    }

    public void submit(Runnable task) {
        permits.acquireUninterruptibly();
        Thread.startVirtualThread(() -> {
            try {
                task.run();
            } finally {
                permits.release();
            }
        });
    }

    public void join() throws InterruptedException {
        permits.acquire(count);
        permits.release(count);
    }

    @Override
    public void close() {}
}

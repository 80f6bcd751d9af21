package asyncjava.queue.exercise.join;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// A virtual thread for each task, and a semaphore for so many at once.
public final class Workers implements AutoCloseable {

    private final Semaphore permits;
    private final Set<Thread> unfinished = ConcurrentHashMap.newKeySet();

    public Workers(int count) {
        permits = new Semaphore(count);
    }

    public void submit(Runnable task) {
        Thread thread = Thread.ofVirtual().unstarted(() -> {
            permits.acquireUninterruptibly();
            try {
                task.run();
            } finally {
                permits.release();
                unfinished.remove(Thread.currentThread());
            }
        });
        unfinished.add(thread);
        thread.start();
    }

    public void join() throws InterruptedException {
        while (!unfinished.isEmpty()) {
            for (Thread thread : unfinished) {
                thread.join();
            }
        }
    }

    @Override
    public void close() {}
}

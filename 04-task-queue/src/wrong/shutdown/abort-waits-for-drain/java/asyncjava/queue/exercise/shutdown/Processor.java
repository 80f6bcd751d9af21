package asyncjava.queue.exercise.shutdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

public final class Processor<T> {

    private final Handler<T> handler;
    private final Queue<T> waiting = new ArrayDeque<>();
    private final List<Thread> threads = new ArrayList<>();
    private boolean closed;

    public Processor(int workers, Handler<T> handler) {
        this.handler = handler;
        for (int i = 0; i < workers; i++) {
            threads.add(Thread.startVirtualThread(this::work));
        }
    }

    public boolean submit(T item) {
        synchronized (waiting) {
            if (closed) {
                return false;
            }
            waiting.add(item);
            waiting.notifyAll();
            return true;
        }
    }

    public synchronized void drain() throws InterruptedException {
        closeAndTake(0);
        awaitEnd();
    }

    public synchronized List<T> abort() throws InterruptedException {
        List<T> notBegun = closeAndTake(Integer.MAX_VALUE);
        threads.forEach(Thread::interrupt);
        awaitEnd();
        return notBegun;
    }

    private List<T> closeAndTake(int atMost) {
        synchronized (waiting) {
            closed = true;
            waiting.notifyAll();
            List<T> taken = new ArrayList<>();
            while (taken.size() < atMost && !waiting.isEmpty()) {
                taken.add(waiting.remove());
            }
            return taken;
        }
    }

    private void awaitEnd() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void work() {
        T item = next();
        while (item != null) {
            try {
                handler.handle(item);
            } catch (Throwable e) {
                // The item's own affair.
            }
            item = next();
        }
    }

    /// Null when there is no item and none will come.
    private T next() {
        synchronized (waiting) {
            while (waiting.isEmpty() && !closed) {
                try {
                    waiting.wait();
                } catch (InterruptedException e) {
                    // Whoever wants a worker to end sets closed.
                }
            }
            return waiting.poll();
        }
    }
}

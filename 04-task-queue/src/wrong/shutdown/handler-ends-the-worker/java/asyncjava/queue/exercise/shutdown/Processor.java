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

    public synchronized boolean submit(T item) {
        if (closed) {
            return false;
        }
        waiting.add(item);
        notifyAll();
        return true;
    }

    public void drain() throws InterruptedException {
        closeAndTake(0);
        awaitEnd();
    }

    public List<T> abort() throws InterruptedException {
        List<T> notBegun = closeAndTake(Integer.MAX_VALUE);
        threads.forEach(Thread::interrupt);
        awaitEnd();
        return notBegun;
    }

    private synchronized List<T> closeAndTake(int atMost) {
        closed = true;
        notifyAll();
        List<T> taken = new ArrayList<>();
        while (taken.size() < atMost && !waiting.isEmpty()) {
            taken.add(waiting.remove());
        }
        return taken;
    }

    // Not under the lock, which the workers need in order to end.
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
            } catch (InterruptedException e) {
                return; // told to stop
            } catch (Throwable e) {
                // The item's own affair.
            }
            item = next();
        }
    }

    /// Null when there is no item and none will come.
    private synchronized T next() {
        while (waiting.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                // Whoever wants a worker to end sets closed.
            }
        }
        return waiting.poll();
    }
}

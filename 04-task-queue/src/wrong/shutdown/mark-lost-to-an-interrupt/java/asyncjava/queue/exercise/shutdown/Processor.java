package asyncjava.queue.exercise.shutdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public final class Processor<T> {

    private final Handler<T> handler;
    /// Empty is the mark of the end, which each worker puts back for the next.
    private final BlockingQueue<Optional<T>> waiting = new LinkedBlockingQueue<>();

    private final List<Thread> threads = new ArrayList<>();
    private boolean closed;

    public Processor(int workers, Handler<T> handler) {
        this.handler = handler;
        for (int i = 0; i < workers; i++) {
            threads.add(Thread.startVirtualThread(this::work));
        }
    }

    public synchronized boolean submit(T item) {
        return !closed && waiting.add(Optional.of(item));
    }

    public void drain() throws InterruptedException {
        end();
        awaitEnd();
    }

    public List<T> abort() throws InterruptedException {
        List<Optional<T>> taken = new ArrayList<>();
        synchronized (this) {
            waiting.drainTo(taken);
            closed = true;
            waiting.add(Optional.empty());
        }
        threads.forEach(Thread::interrupt);
        awaitEnd();
        return taken.stream().flatMap(Optional::stream).toList();
    }

    private synchronized void end() {
        closed = true;
        waiting.add(Optional.empty());
    }

    private void awaitEnd() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void work() {
        boolean over = false;
        while (!over) {
            try {
                Optional<T> item = waiting.take();
                over = item.isEmpty();
                if (over) {
                    waiting.put(item);
                } else {
                    handle(item.get());
                }
            } catch (InterruptedException e) {
                // It goes on until the mark comes.
            }
        }
    }

    private void handle(T item) {
        try {
            handler.handle(item);
        } catch (Throwable e) {
            // The item's own affair.
        }
    }
}

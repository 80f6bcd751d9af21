package asyncjava.queue.exercise.shutdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// A thread for each item that has begun; who ends begins the next.
public final class Processor<T> {

    private final int workers;
    private final Handler<T> handler;
    private final Queue<T> waiting = new ArrayDeque<>();
    private final Set<Thread> running = new HashSet<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private boolean closed;

    public Processor(int workers, Handler<T> handler) {
        this.workers = workers;
        this.handler = handler;
    }

    public synchronized boolean submit(T item) {
        if (closed) {
            return false;
        }
        waiting.add(item);
        goOn();
        return true;
    }

    public void drain() {
        synchronized (this) {
            closed = true;
            goOn();
        }
        over.join();
    }

    public List<T> abort() {
        List<T> notBegun;
        synchronized (this) {
            closed = true;
            notBegun = new ArrayList<>(waiting);
            waiting.clear();
            running.forEach(Thread::interrupt);
            goOn();
        }
        over.join();
        return notBegun;
    }

    private void goOn() {
        while (running.size() < workers && !waiting.isEmpty()) {
            T item = waiting.remove();
            Thread thread = Thread.ofVirtual().unstarted(() -> handle(item));
            running.add(thread);
            thread.start();
        }
        if (closed && running.isEmpty()) {
            over.complete(null);
        }
    }

    private void handle(T item) {
        try {
            handler.handle(item);
        } catch (Throwable e) {
            // The item's own affair.
        } finally {
            synchronized (this) {
                running.remove(Thread.currentThread());
                goOn();
            }
        }
    }
}

package asyncjava.queue.exercise.shutdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public final class Processor<T> {

    private final Handler<T> handler;
    private final BlockingQueue<Optional<T>> waiting = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private boolean closed;
    private int unfinished;

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
        unfinished++;
        waiting.add(Optional.of(item));
        return true;
    }

    public synchronized void drain() throws InterruptedException {
        end();
        while (unfinished > 0) {
            wait();
        }
    }

    public synchronized List<T> abort() throws InterruptedException {
        List<T> notBegun = new ArrayList<>();
        for (Optional<T> item = waiting.poll(); item != null; item = waiting.poll()) {
            item.ifPresent(notBegun::add);
        }
        unfinished -= notBegun.size();
        threads.forEach(Thread::interrupt);
        end();
        while (unfinished > 0) {
            wait();
        }
        return notBegun;
    }

    private void end() {
        if (!closed) {
            closed = true;
            waiting.add(Optional.empty());
        }
    }

    private void work() {
        while (true) {
            try {
                Optional<T> item = waiting.take();
                if (item.isEmpty()) {
                    return;
                }
                handle(item.get());
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
        } finally {
            ended();
        }
    }

    private synchronized void ended() {
        unfinished--;
        notifyAll();
    }
}

package asyncjava.queue.exercise.shutdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;

public final class Processor<T> {

    private final Handler<T> handler;
    private final Semaphore places;
    private final Map<Thread, T> notBegun = new LinkedHashMap<>();
    private final Set<Thread> underWay = new HashSet<>();
    private final List<Thread> all = new ArrayList<>();
    private boolean closed;

    public Processor(int workers, Handler<T> handler) {
        this.handler = handler;
        places = new Semaphore(workers);
    }

    public synchronized boolean submit(T item) {
        if (closed) {
            return false;
        }
        Thread thread = Thread.ofVirtual().unstarted(() -> run(item));
        notBegun.put(thread, item);
        all.add(thread);
        thread.start();
        return true;
    }

    public void drain() throws InterruptedException {
        synchronized (this) {
            closed = true;
        }
        awaitEnd();
    }

    public List<T> abort() throws InterruptedException {
        List<T> givenBack;
        synchronized (this) {
            closed = true;
            givenBack = new ArrayList<>(notBegun.values());
            notBegun.clear();
            underWay.forEach(Thread::interrupt);
        }
        awaitEnd();
        return givenBack;
    }

    // No more are added once it is closed.
    private void awaitEnd() throws InterruptedException {
        for (Thread thread : all) {
            thread.join();
        }
    }

    private void run(T item) {
        places.acquireUninterruptibly();
        try {
            if (begins()) {
                handler.handle(item);
            }
        } catch (Throwable e) {
            // The item's own affair.
        } finally {
            synchronized (this) {
                underWay.remove(Thread.currentThread());
            }
            places.release();
        }
    }

    private synchronized boolean begins() {
        boolean mine = notBegun.remove(Thread.currentThread()) != null;
        if (mine) {
            underWay.add(Thread.currentThread());
        }
        return mine;
    }
}

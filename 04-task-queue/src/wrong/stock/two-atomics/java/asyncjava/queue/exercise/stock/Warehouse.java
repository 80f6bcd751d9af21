package asyncjava.queue.exercise.stock;

import java.util.concurrent.atomic.AtomicInteger;

public final class Warehouse {

    private final AtomicInteger store = new AtomicInteger();
    private final AtomicInteger shelf = new AtomicInteger();
    private boolean open;

    public void deliver(int pieces) {
        store.addAndGet(pieces);
    }

    public int restock(int pieces) {
        int before = store.getAndUpdate(there -> Math.max(0, there - pieces));
        int moved = Math.min(pieces, before);
        shelf.addAndGet(moved);
        synchronized (this) {
            notifyAll();
        }
        return moved;
    }

    public Stock stock() {
        return new Stock(store.get(), shelf.get());
    }

    public synchronized void take(int pieces) throws InterruptedException {
        while (!open || shelf.get() < pieces) {
            wait();
        }
        shelf.addAndGet(-pieces);
    }

    public synchronized void open() {
        open = true;
        notifyAll();
    }

    public synchronized void close() {
        open = false;
    }
}

package asyncjava.queue.exercise.stock;

import java.util.concurrent.atomic.AtomicReference;

public final class Warehouse {

    private final AtomicReference<Stock> stock = new AtomicReference<>(new Stock(0, 0));
    private boolean open;

    public void deliver(int pieces) {
        stock.updateAndGet(s -> new Stock(s.store() + pieces, s.shelf()));
    }

    public int restock(int pieces) {
        int moved = Math.min(pieces, stock.get().store());
        stock.updateAndGet(s -> new Stock(s.store() - moved, s.shelf() + moved));
        synchronized (this) {
            notifyAll();
        }
        return moved;
    }

    public Stock stock() {
        return stock.get();
    }

    public synchronized void take(int pieces) throws InterruptedException {
        while (!open || stock.get().shelf() < pieces) wait();
        stock.updateAndGet(s -> new Stock(s.store(), s.shelf() - pieces));
    }

    public synchronized void open() {
        open = true;
        notifyAll();
    }

    public synchronized void close() {
        open = false;
    }
}

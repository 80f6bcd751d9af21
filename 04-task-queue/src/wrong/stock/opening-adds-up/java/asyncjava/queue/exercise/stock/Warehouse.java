package asyncjava.queue.exercise.stock;

import java.util.concurrent.Semaphore;

public final class Warehouse {

    /// One permit while it is open.
    private final Semaphore gate = new Semaphore(0);
    private int store;
    private int shelf;

    public synchronized void deliver(int pieces) {
        store += pieces;
    }

    public synchronized int restock(int pieces) {
        int moved = Math.min(pieces, store);
        store -= moved;
        shelf += moved;
        notifyAll();
        return moved;
    }

    public synchronized Stock stock() {
        return new Stock(store, shelf);
    }

    public void take(int pieces) throws InterruptedException {
        while (true) {
            gate.acquire();
            try {
                synchronized (this) {
                    if (shelf >= pieces) {
                        shelf -= pieces;
                        return;
                    }
                }
            } finally {
                gate.release();
            }
            synchronized (this) {
                while (shelf < pieces) wait();
            }
        }
    }

    public void open() {
        gate.release();
    }

    public void close() {
        gate.acquireUninterruptibly();
    }
}

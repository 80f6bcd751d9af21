package asyncjava.queue.exercise.stock;

import java.util.concurrent.Semaphore;

public final class Warehouse {

    private final Semaphore shelf = new Semaphore(0);
    private int store;
    private boolean open;

    public synchronized void deliver(int pieces) {
        store += pieces;
    }

    public synchronized int restock(int pieces) {
        int moved = Math.min(pieces, store);
        store -= moved;
        shelf.release(moved);
        return moved;
    }

    public synchronized Stock stock() {
        return new Stock(store, shelf.availablePermits());
    }

    public void take(int pieces) throws InterruptedException {
        awaitOpen();
        for (int i = 0; i < pieces; i++) {
            shelf.acquire();
        }
    }

    public synchronized void open() {
        open = true;
        notifyAll();
    }

    public synchronized void close() {
        open = false;
    }

    private synchronized void awaitOpen() throws InterruptedException {
        while (!open) {
            wait();
        }
    }
}

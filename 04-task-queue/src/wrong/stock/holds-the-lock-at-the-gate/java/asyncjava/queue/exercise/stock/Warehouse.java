package asyncjava.queue.exercise.stock;

import java.util.concurrent.CountDownLatch;

public final class Warehouse {

    private CountDownLatch gate = new CountDownLatch(1);
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

    public synchronized void take(int pieces) throws InterruptedException {
        gate.await();
        while (shelf < pieces) {
            wait();
            gate.await();
        }
        shelf -= pieces;
    }

    public synchronized void open() {
        gate.countDown();
    }

    public synchronized void close() {
        gate = new CountDownLatch(1);
    }
}

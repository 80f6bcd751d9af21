package asyncjava.queue.exercise.stock;

public final class Warehouse {

    private int store;
    private int shelf;
    private boolean open;

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
        while (!open || shelf < pieces) {
            wait();
        }
        shelf -= pieces;
    }

    public synchronized void open() {
        open = true;
        notifyAll();
    }

    public synchronized void close() {
        open = false;
    }
}

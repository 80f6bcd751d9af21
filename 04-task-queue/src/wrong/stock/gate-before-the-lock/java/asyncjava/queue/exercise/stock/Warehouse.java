package asyncjava.queue.exercise.stock;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

public final class Warehouse {

    private volatile CompletableFuture<Void> opened = new CompletableFuture<>();
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
        try {
            opened.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        takeFromTheShelf(pieces);
    }

    public void open() {
        opened.complete(null);
    }

    public synchronized void close() {
        if (opened.isDone()) {
            opened = new CompletableFuture<>();
        }
    }

    private synchronized void takeFromTheShelf(int pieces) throws InterruptedException {
        while (shelf < pieces) {
            wait();
        }
        shelf -= pieces;
    }
}

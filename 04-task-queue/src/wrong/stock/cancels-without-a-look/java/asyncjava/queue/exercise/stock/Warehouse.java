package asyncjava.queue.exercise.stock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

public final class Warehouse {

    private record Customer(int pieces, CompletableFuture<Void> served) {}

    private final Deque<Customer> waiting = new ArrayDeque<>();
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
        serve();
        return moved;
    }

    public synchronized Stock stock() {
        return new Stock(store, shelf);
    }

    public void take(int pieces) throws InterruptedException {
        Customer me = new Customer(pieces, new CompletableFuture<>());
        synchronized (this) {
            waiting.add(me);
            serve();
        }
        try {
            me.served().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            me.served().cancel(false);
            throw e;
        }
    }

    public synchronized void open() {
        open = true;
        serve();
    }

    public synchronized void close() {
        open = false;
    }

    private void serve() {
        waiting.removeIf(this::served);
    }

    private boolean served(Customer next) {
        if (!open || next.pieces() > shelf) {
            return false;
        }
        if (next.served().complete(null)) {
            shelf -= next.pieces();
        }
        return true;
    }
}

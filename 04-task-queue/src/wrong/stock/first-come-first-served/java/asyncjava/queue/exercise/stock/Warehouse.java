package asyncjava.queue.exercise.stock;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

public final class Warehouse {

    private record Customer(int pieces, CompletableFuture<Void> served) {}

    private final Queue<Customer> customers = new ArrayDeque<>();
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
        Customer customer = new Customer(pieces, new CompletableFuture<>());
        come(customer);
        try {
            customer.served.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            leave(customer);
        }
    }

    public synchronized void open() {
        open = true;
        serve();
    }

    public synchronized void close() {
        open = false;
    }

    private synchronized void come(Customer customer) {
        customers.add(customer);
        serve();
    }

    private synchronized void leave(Customer customer) {
        customers.remove(customer);
    }

    private void serve() {
        while (open && !customers.isEmpty() && customers.element().pieces <= shelf) {
            shelf -= customers.element().pieces;
            customers.remove().served.complete(null);
        }
    }
}

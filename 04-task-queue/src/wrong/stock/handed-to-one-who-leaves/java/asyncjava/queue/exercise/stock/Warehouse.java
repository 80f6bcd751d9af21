package asyncjava.queue.exercise.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

public final class Warehouse {

    private record Customer(int pieces, CompletableFuture<Void> served) {}

    private final List<Customer> customers = new ArrayList<>();
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
        customers.removeIf(customer -> {
            if (!open || shelf < customer.pieces) {
                return false;
            }
            shelf -= customer.pieces;
            return customer.served.complete(null);
        });
    }
}

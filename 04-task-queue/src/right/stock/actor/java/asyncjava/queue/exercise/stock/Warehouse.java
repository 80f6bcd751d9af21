package asyncjava.queue.exercise.stock;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Works through its messages one after another, on the thread of whoever has brought the first.
public final class Warehouse {

    private record Customer(int pieces, CompletableFuture<Void> served) {}

    private final Queue<Runnable> messages = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unread = new AtomicInteger();

    private final Queue<Customer> customers = new ArrayDeque<>();
    private int store;
    private int shelf;
    private boolean open;

    public void deliver(int pieces) {
        ask(() -> store += pieces);
    }

    public int restock(int pieces) {
        return ask(() -> {
            int moved = Math.min(pieces, store);
            store -= moved;
            shelf += moved;
            serve();
            return moved;
        });
    }

    public Stock stock() {
        return ask(() -> new Stock(store, shelf));
    }

    public void take(int pieces) throws InterruptedException {
        Customer customer = new Customer(pieces, new CompletableFuture<>());
        ask(() -> {
            customers.add(customer);
            serve();
            return null;
        });
        try {
            customer.served.get();
        } catch (InterruptedException e) {
            if (ask(() -> customers.remove(customer))) {
                throw e;
            }
            Thread.currentThread().interrupt(); // it was served meanwhile
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public void open() {
        ask(() -> {
            open = true;
            serve();
            return null;
        });
    }

    public void close() {
        ask(() -> open = false);
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

    private <T> T ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        messages.add(() -> answer.complete(question.get()));
        if (unread.getAndIncrement() == 0) {
            do {
                messages.remove().run();
            } while (unread.decrementAndGet() > 0);
        }
        return answer.join();
    }
}

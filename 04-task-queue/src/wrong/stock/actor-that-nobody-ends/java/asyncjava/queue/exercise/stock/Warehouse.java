package asyncjava.queue.exercise.stock;

import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

public final class Warehouse {

    private final ExecutorService actor =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

    private record Waiting(int pieces, CompletableFuture<Void> served) {}

    private final List<Waiting> waiting = new LinkedList<>();
    private int store;
    private int shelf;
    private boolean open;

    private <T> T ask(Supplier<T> step) {
        return CompletableFuture.supplyAsync(step, actor).join();
    }

    private void serve() {
        for (Iterator<Waiting> i = waiting.iterator(); open && i.hasNext(); ) {
            Waiting next = i.next();
            if (next.pieces() <= shelf) {
                shelf -= next.pieces();
                i.remove();
                next.served().complete(null);
            }
        }
    }

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
        Waiting me = new Waiting(pieces, new CompletableFuture<>());
        ask(() -> {
            waiting.add(me);
            serve();
            return null;
        });
        try {
            me.served().get();
        } catch (InterruptedException e) {
            boolean left = ask(() -> waiting.remove(me));
            if (left) throw e;
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
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
}

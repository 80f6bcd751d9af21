package asyncjava.queue.exercise.stock;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

public final class Warehouse {

    private final Sinks.Many<Boolean> changes = Sinks.many().multicast().directBestEffort();
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
        tell();
        return moved;
    }

    public synchronized Stock stock() {
        return new Stock(store, shelf);
    }

    public void take(int pieces) throws InterruptedException {
        try {
            Flux.merge(changes.asFlux(), Flux.just(true))
                    .filter(_ -> tryToTake(pieces))
                    .next()
                    .toFuture()
                    .get();
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    public synchronized void open() {
        open = true;
        tell();
    }

    public synchronized void close() {
        open = false;
    }

    private void tell() {
        // To nobody, it may be. With the lock held, nothing else can go wrong.
        var _ = changes.tryEmitNext(true);
    }

    private synchronized boolean tryToTake(int pieces) {
        if (!open || shelf < pieces) {
            return false;
        }
        shelf -= pieces;
        return true;
    }
}

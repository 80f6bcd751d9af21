package asyncjava.queue.exercise.stock;

import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/// Who waits looks again whenever something has changed. The lock makes one of those who emit wait for the
/// other, as a sink wants it, and is held while they look.
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

    public void take(int pieces) {
        AtomicBoolean over = new AtomicBoolean();
        try {
            // The changes first: one that comes between the two must not be missed.
            Flux.merge(changes.asFlux(), Flux.just(true))
                    .filter(_ -> take(pieces, over))
                    .next()
                    .block();
        } catch (RuntimeException e) {
            if (over.compareAndSet(false, true)) {
                throw e;
            }
            Thread.currentThread().interrupt(); // it had taken them already
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

    private synchronized boolean take(int pieces, AtomicBoolean over) {
        if (!open || shelf < pieces || !over.compareAndSet(false, true)) {
            return false;
        }
        shelf -= pieces;
        return true;
    }
}

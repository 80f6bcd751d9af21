package asyncjava.queue.exercise.stock;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/// All that changes is one value, which is replaced as a whole.
public final class Warehouse {

    private record State(Stock stock, boolean open, CompletableFuture<Void> changed) {

        State with(int store, int shelf) {
            return new State(new Stock(store, shelf), open, new CompletableFuture<>());
        }

        State with(boolean open) {
            return new State(stock, open, new CompletableFuture<>());
        }

        int movable(int pieces) {
            return Math.min(pieces, stock.store());
        }
    }

    private final AtomicReference<State> state =
            new AtomicReference<>(new State(new Stock(0, 0), false, new CompletableFuture<>()));

    public void deliver(int pieces) {
        change(now -> now.with(now.stock.store() + pieces, now.stock.shelf()));
    }

    public int restock(int pieces) {
        State before = change(now -> {
            int moved = now.movable(pieces);
            return now.with(now.stock.store() - moved, now.stock.shelf() + moved);
        });
        return before.movable(pieces);
    }

    public Stock stock() {
        return state.get().stock;
    }

    public void take(int pieces) throws InterruptedException {
        while (true) {
            State now = state.get();
            if (!now.open || now.stock.shelf() < pieces) {
                await(now.changed);
            } else if (state.compareAndSet(now, now.with(now.stock.store(), now.stock.shelf() - pieces))) {
                now.changed.complete(null);
                return;
            }
        }
    }

    public void open() {
        change(now -> now.with(true));
    }

    public void close() {
        change(now -> now.with(false));
    }

    private State change(UnaryOperator<State> change) {
        State before = state.getAndUpdate(change);
        before.changed.complete(null);
        return before;
    }

    private static void await(CompletableFuture<Void> changed) throws InterruptedException {
        try {
            changed.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

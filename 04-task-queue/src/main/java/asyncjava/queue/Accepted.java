package asyncjava.queue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// An order that a stream has been given, how far it has come there, and a way to stop it.
final class Accepted {

    private static final CompletableFuture<Void> NOT_BEGUN = CompletableFuture.failedFuture(new TimeoutException());

    private final Order order;
    private final long since = System.nanoTime();
    private final AtomicBoolean claimed = new AtomicBoolean();
    private Attempt last; // guarded by this
    private boolean stopped; // guarded by this
    private volatile Runnable leaves;

    /// An attempt at the next step of an order; its future alone decides whether it was done.
    private record Attempt(Order order, CompletableFuture<Void> future) {

        /// The order as this attempt leaves it.
        Order after() {
            return future.state() == Future.State.SUCCESS ? order.afterStep() : order;
        }
    }

    /// @param leaves what there is to do when it ends before it was begun
    Accepted(Order order, Runnable leaves) {
        this.order = order;
        this.leaves = leaves;
        last = new Attempt(order, NOT_BEGUN);
    }

    /// As it was accepted.
    Order order() {
        return order;
    }

    /// When it was, as `System.nanoTime` counts.
    long since() {
        return since;
    }

    /// Whether the caller is the first to say what became of it.
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    /// It is being processed now.
    ///
    /// @param then what there is to do when it ends
    void serve(Runnable then) {
        leaves = then;
    }

    /// It has ended.
    void leave() {
        leaves.run();
    }

    /// Begins an attempt, unless the order was stopped: then nothing comes of it, and nobody waits for it.
    ///
    /// @param now the order with the steps that are done
    synchronized CompletableFuture<Void> begin(Order now, Supplier<CompletableFuture<Void>> step) {
        if (stopped) {
            return new CompletableFuture<>();
        }
        last = new Attempt(now, step.get());
        return last.future;
    }

    /// Cancels what is under way, and lets nothing more begin.
    ///
    /// @return the order, as far as it has come
    synchronized Order stop() {
        stopped = true;
        last.future.cancel(true);
        return last.after();
    }
}

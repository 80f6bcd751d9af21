package asyncjava.testkit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Simulated work that ends when the test says so, instead of after a sleep that hopes to be long enough.
///
/// Code under test goes in by [#pass()] or by subscribing to [#mono()] (`mono().toFuture()` where it wants a
/// future); both are counted alike, once per call or subscription. The test waits until enough are inside,
/// looks at the counts and lets them out.
///
/// Work leaves the count at the moment at which it ends: before [#open()] and its like return, before an
/// interrupted [#pass()] throws, before a cancelled [#mono()] is done cancelling. So a test may look at
/// [#inside()] without waiting as soon as the code under test has returned.
public final class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Patience patience;
    /// The work under way, the longest first.
    private final SequencedSet<Visit> inside = new LinkedHashSet<>();
    private boolean open;
    private @Nullable Exception failureWhenOpen;
    private int entered;
    private int peak;
    private int cancelled;

    Gate(Patience patience) {
        this.patience = patience;
    }

    /// A gate that holds whatever comes until the test lets it out.
    public static Gate closed() {
        return new Gate(Patience.DEFAULT);
    }

    /// Blocks until the test ends this piece of work; does not block when the gate is open.
    ///
    /// @throws InterruptedException when the thread is interrupted, before or meanwhile; the work then counts as
    ///     cancelled if it had begun
    /// @throws Exception the very one given to [#failWith(Exception)] or [#failOneWith(Exception)]
    public void pass() throws InterruptedException, Exception {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Visit visit = new Visit();
        enter(visit);
        try {
            visit.await();
        } catch (InterruptedException e) {
            cancel(visit);
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception asked ? asked : e;
        }
    }

    /// The same work for Reactor, begun by each subscription. It goes on on the thread that opens the gate,
    /// before [#open()] returns; cancelling the subscription cancels the work.
    public Mono<Void> mono() {
        return Mono.create(sink -> {
            // Attached before the test can see this work inside, so that it goes on where the gate is opened.
            Visit visit = new Visit();
            var _ = visit.ended.whenComplete((_, failure) -> {
                if (failure == null) {
                    sink.success();
                } else {
                    sink.error(failure);
                }
            });
            enter(visit);
            sink.onCancel(() -> cancel(visit));
        });
    }

    /// Ends all the work inside, in the order in which it came, and from now on holds nobody.
    public void open() {
        endAll(null);
    }

    /// Ends the work that has been inside longest; the gate stays closed.
    ///
    /// @throws IllegalStateException when nobody is inside: wait with [#awaitInside(int)] first
    public void openOne() {
        takeLongest().end(null);
    }

    /// Makes all the work inside fail, in the order in which it came, and from now on whatever comes.
    public void failWith(Exception failure) {
        endAll(failure);
    }

    /// Makes the work fail that has been inside longest; the gate stays closed.
    ///
    /// @throws IllegalStateException when nobody is inside: wait with [#awaitInside(int)] first
    public void failOneWith(Exception failure) {
        takeLongest().end(failure);
    }

    /// Blocks the test until at least so many are inside at the same moment.
    ///
    /// @throws AssertionError when they are not within 10 seconds; it says how many came
    public void awaitInside(int atLeast) throws InterruptedException {
        await(() -> inside.size() >= atLeast, () ->
                """
                Expected %d to be under way at once, but after %s it was %d (%d had begun, at most %d at once; %d cancelled).
                %s""".formatted(atLeast, patience.inWords(), inside.size(), entered, peak, cancelled, whyTooFew()));
    }

    private String whyTooFew() {
        return peak < 2 ? """
                Code that waits for one piece of work before it begins the next never has two under way:
                begin them all first, then wait.""" : """
                Something holds the others back: a limit, a lock held while waiting, or a pool with too few threads,
                as the common pool has for work that waits.""";
    }

    /// Blocks the test until nobody is inside.
    ///
    /// @throws AssertionError when somebody still is after 10 seconds; it says how many
    public void awaitEmpty() throws InterruptedException {
        await(inside::isEmpty, () -> """
                Expected no work to be under way any more, but after %s it was %d (%d had begun; %d cancelled).
                Work that nobody needs any more has to be cancelled: interrupt its thread, or dispose of its
                subscription.""".formatted(patience.inWords(), inside.size(), entered, cancelled));
    }

    /// How many are inside now.
    public int inside() {
        return locked(inside::size);
    }

    /// The most that were ever inside at once.
    public int peakInside() {
        return locked(() -> peak);
    }

    /// How many have come in so far, whatever became of them.
    public int entered() {
        return locked(() -> entered);
    }

    /// How many were interrupted or cancelled while they were inside.
    public int cancelled() {
        return locked(() -> cancelled);
    }

    private void enter(Visit visit) {
        boolean held = locked(() -> {
            entered++;
            peak = Math.max(peak, inside.size() + 1);
            return !open && inside.add(visit);
        });
        if (!held) {
            visit.end(failureWhenOpen);
        }
    }

    private void cancel(Visit visit) {
        locked(() -> inside.remove(visit) ? ++cancelled : cancelled);
    }

    private Visit takeLongest() {
        return locked(() -> {
            if (inside.isEmpty()) {
                throw new IllegalStateException("nobody is inside; %d had come in".formatted(entered));
            }
            return inside.removeFirst();
        });
    }

    private void endAll(@Nullable Exception failure) {
        List<Visit> all = locked(() -> {
            open = true;
            failureWhenOpen = failure;
            List<Visit> copy = List.copyOf(inside);
            inside.clear();
            return copy;
        });
        all.forEach(visit -> visit.end(failure));
    }

    private void await(BooleanSupplier reached, Supplier<String> message) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            patience.await(changed, reached, message);
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    /// One piece of work.
    private static final class Visit {

        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private final CountDownLatch over = new CountDownLatch(1);

        /// Not on the future: that would tell the common pool to add a thread for the one that waits, which no sleep
        /// and no socket does.
        void await() throws InterruptedException, ExecutionException {
            over.await();
            ended.get();
        }

        /// Called without the lock where somebody may wait already: what follows a [#mono()] runs in here.
        void end(@Nullable Exception failure) {
            if (failure == null) {
                ended.complete(null);
            } else {
                ended.completeExceptionally(failure);
            }
            over.countDown();
        }
    }
}

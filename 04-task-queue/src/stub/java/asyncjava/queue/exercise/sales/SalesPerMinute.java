package asyncjava.queue.exercise.sales;

import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/// Exercise 4.5, sales per minute: a sliding window over a stream of orders.
///
/// Several workers record what they sell. At any time one can ask what was sold in the last 60 seconds,
/// and once a minute a listener is told. You are handed the `clock`, a `timer` that goes by it, and the
/// `listener`.
///
/// - `lastMinute` returns a `record Sales(int pieces, List<String> top)`, which stands beside the
///   tests: how many pieces the sales that count now come to, and of which products most pieces were
///   sold: at most three, the most first, and of those with as many pieces the first by the alphabet
///   (`String.compareTo`).
/// - A sale is made when `record` reads the clock, and counts for as long as less than 60 s have gone
///   by since then: after 59.999999999 s it counts, and after 60 s no more. Sample 42 and the program's
///   board forget a slice of time at once. Here each sale has a time of its own.
/// - When `record` has returned, the sale counts. Any number of threads may record and ask at once: no
///   sale is lost or counted twice, and `pieces` and `top` are always of the very same sales. `lastMinute`
///   is of the moment at which it reads the clock. What is recorded while it runs may be in it or not.
/// - Each minute, for the first time one minute after the constructor was called, the listener is
///   handed what `lastMinute` would return. A listener may throw any `RuntimeException`, again and again;
///   the next report comes all the same. It may also call `close`.
/// - What does not count any more is not kept. At the latest with the next report it is let go of,
///   sales and products alike, also when nothing is sold any more.
/// - After `close` no report is begun, nothing is left on the timer, and no thread of yours is left. A
///   report that is under way may end. The timer is lent: do not shut it down.
///
/// All time comes from the clock and the timer. `Flux.interval` and its like go by them too, on
/// Reactor's own schedulers or on one made from the timer.
///
/// Any style will do: a lock, concurrent collections, atomics, an actor, `CompletableFuture`, Reactor.
public final class SalesPerMinute implements AutoCloseable {

    public SalesPerMinute(InstantSource clock, ScheduledExecutorService timer, Consumer<Sales> listener) {}

    public void record(String product, int pieces) {
        throw new UnsupportedOperationException("exercise 4.5 is not done yet");
    }

    public Sales lastMinute() {
        throw new UnsupportedOperationException("exercise 4.5 is not done yet");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("exercise 4.5 is not done yet");
    }
}

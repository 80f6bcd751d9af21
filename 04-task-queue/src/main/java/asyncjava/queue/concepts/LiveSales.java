package asyncjava.queue.concepts;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Orders come all the time, and a board is to say what was sold in the last while: a sliding window.
/// asyncio has a loop around `get` with a `timeout_at` for it, and Java a loop around `poll` with a limit.
/// What was sold is added up in slices, so that it takes four numbers however many orders come. In Reactor
/// it is `window`.
///
/// Expect the sales of the last 400 ms, told every 100 ms, while an order of 1 comes every 25 ms. After 400
/// ms no more come, but for one at 950 ms. Loop and stream count down to 0, and the stream says nothing
/// before its first window is full. The last line is the mistake: without orders its board stands still,
/// and the late order is counted where it does not belong.
///
/// Reach for the loop where orders come on a queue, and for the stream where they come as one. Do not where
/// an order says itself when it was made and may come late: both count by the moment at which it comes.
final class LiveSales {

    static final Duration EVERY = Board.TICK;
    static final int SLICES = 4;

    private LiveSales() {}

    static void main() throws InterruptedException {
        var _ = sales(Duration.ofMillis(1)); // what it loads would make the first slices late
        IO.println(sales(Board.WHOLE));
    }

    /// Goes on until its thread is interrupted.
    static void inALoop(Orders orders, LongSupplier nanoTime, LongConsumer board) throws InterruptedException {
        long[] slices = new long[SLICES];
        long tick = nanoTime.getAsLong();
        for (int slice = 0; true; slice = (slice + 1) % SLICES) {
            tick += EVERY.toNanos();
            slices[slice] = soldUntil(tick, orders, nanoTime);
            board.accept(LongStream.of(slices).sum());
        }
    }

    private static long soldUntil(long tick, Orders orders, LongSupplier nanoTime) throws InterruptedException {
        long sold = 0;
        for (long left = tick - nanoTime.getAsLong(); left > 0; left = tick - nanoTime.getAsLong()) {
            Order order = orders.poll(left); // wakes at the tick, order or none
            sold += order == null ? 0 : order.price();
        }
        return sold;
    }

    /// Each order is in four windows, which have begun one after another. The first is opened by a timer, a
    /// moment after the subscription: an order that is sooner is in none.
    static Flux<Long> withReactor(Flux<Order> orders) {
        return orders.window(EVERY.multipliedBy(SLICES), EVERY)
                .flatMap(window -> window.reduce(0L, (sold, order) -> sold + order.price()));
    }

    static Orders polled(BlockingQueue<Order> queue) {
        return nanos -> queue.poll(nanos, TimeUnit.NANOSECONDS);
    }

    /// The mistake: whoever waits for an order and for nothing else misses the tick when none comes.
    static Orders taken(BlockingQueue<Order> queue) {
        return _ -> queue.take();
    }

    private static String sales(Duration time) throws InterruptedException {
        BlockingQueue<Order> queue = new ArrayBlockingQueue<>(100);
        BlockingQueue<Order> mistaken = new ArrayBlockingQueue<>(100);
        Board loop = new Board();
        Board stream = new Board();
        Board late = new Board();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> polling = executor.submit(() -> {
                inALoop(polled(queue), System::nanoTime, loop);
                return loop;
            });
            Future<?> taking = executor.submit(() -> {
                inALoop(taken(mistaken), System::nanoTime, late);
                return late;
            });
            withReactor(orders().doOnNext(queue::add).doOnNext(mistaken::add))
                    .doOnNext(stream::accept)
                    .take(time)
                    .blockLast();
            polling.cancel(true);
            taking.cancel(true);
        }
        return """
                after ms                         %s
                A loop with a clock              %s
                Flux.window                      %s
                The mistake, waiting for orders  %s""".formatted(Board.HEADING, loop, stream, late);
    }

    private static Flux<Order> orders() {
        return Flux.interval(Duration.ofMillis(12), Duration.ofMillis(25))
                .take(16)
                .concatWith(Mono.delay(Duration.ofMillis(563)))
                .concatWith(Mono.never())
                .map(_ -> new Order(1));
    }

    record Order(long price) {}

    @FunctionalInterface
    interface Orders {
        /// Waits so long for an order, null when none has come.
        @Nullable
        Order poll(long nanos) throws InterruptedException;
    }
}

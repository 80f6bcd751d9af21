package asyncjava.queue.concepts;

import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// The last order is in the queue, and workers that wait for more would wait for ever. So something that is
/// no order is put behind it, and whoever takes that goes home: a poison pill. asyncio's old recipe is the
/// same, with `None` for the pill. Since 3.13 its queues have `shutdown`; Java's have nothing like it.
///
/// Expect two workers that do five orders and end, since there is a pill for each of them. With one pill
/// for both, one has ended and one still waits, until it is interrupted.
///
/// Reach for it where there is one producer, who knows when it has put its last order: what comes behind
/// the pill is done by nobody. Where there are several, the pills are put when all of them have ended. Do
/// not drain with it when time is short: it waits its turn behind all the orders, see [DrainOrAbort].
final class PoisonPill {

    /// What is in the queue.
    sealed interface Item {}

    record Order(String name) implements Item {}

    record Pill() implements Item {}

    private PoisonPill() {}

    static void main() throws InterruptedException {
        show("A pill for each worker", PoisonPill::pillForEach);
        show("The mistake, one pill for all", (queue, _) -> pillForAll(queue));
    }

    /// Ends with the first pill, having done all the orders that it took before.
    static String work(BlockingQueue<Item> queue, Handler handler) throws Exception {
        while (queue.take() instanceof Order order) {
            handler.handle(order.name());
        }
        return "ended";
    }

    static void pillForEach(BlockingQueue<Item> queue, int workers) throws InterruptedException {
        for (int i = 0; i < workers; i++) {
            queue.put(new Pill()); // waits its turn, behind the orders
        }
    }

    /// The mistake: the first who takes it ends, and the others never hear of it.
    static void pillForAll(BlockingQueue<Item> queue) throws InterruptedException {
        queue.put(new Pill());
    }

    private static void show(String heading, Way way) throws InterruptedException {
        Timeline timeline = Timeline.start();
        Handler handler = new SlowHandler(Duration.ofMillis(100), timeline);
        BlockingQueue<Item> queue = new ArrayBlockingQueue<>(2);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= 2; i++) {
                String name = "worker-" + i;
                var _ = executor.submit(() -> timeline.record(name, () -> work(queue, handler)));
            }
            for (int i = 1; i <= 5; i++) {
                queue.put(new Order("order-" + i));
            }
            way.stop(queue, 2);
            executor.shutdown();
            if (!executor.awaitTermination(600, TimeUnit.MILLISECONDS)) {
                executor.shutdownNow(); // interrupts who still waits
            }
        }
        Show.timeline(heading, timeline);
    }

    @FunctionalInterface
    interface Way {
        void stop(BlockingQueue<Item> queue, int workers) throws InterruptedException;
    }
}

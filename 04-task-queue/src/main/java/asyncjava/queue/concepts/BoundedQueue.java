package asyncjava.queue.concepts;

import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// Orders come faster than anybody can do them, and wait in a queue meanwhile. With asyncio's
/// `Queue(maxsize)` that is no more than so many: when it is full, `put` waits, and those who make orders
/// go as fast as those who do them. This is backpressure. Java has `ArrayBlockingQueue` for it, whose `put`
/// waits as well. `offer` says no where asyncio's `put_nowait` raises `QueueFull`.
///
/// Expect six orders of 100 ms each, and room for two. Putting them takes 300 ms, since the last three
/// have to wait for room. With nobody to take any, `offer` gets rid of two and is refused four times.
/// In the last picture the queue has no bound: putting takes no time, and nearly all the orders wait.
///
/// Reach for a bound wherever one part of a program hands work to another, and decide what is to happen
/// when it is reached. Do not call `add`, which is `Collection`'s, and throws when the queue is full.
final class BoundedQueue {

    private static final List<String> ORDERS =
            List.of("order-1", "order-2", "order-3", "order-4", "order-5", "order-6");

    private BoundedQueue() {}

    static void main() throws Exception {
        show("Room for two, and put", new ArrayBlockingQueue<>(2));
        IO.println("Room for two, and offer: refused are "
                + String.join(", ", offerAll(new ArrayBlockingQueue<>(2), ORDERS)));
        IO.println();
        show("The mistake, no bound", withoutBound());
    }

    static void putAll(BlockingQueue<String> queue, List<String> orders) throws InterruptedException {
        for (String order : orders) {
            queue.put(order); // waits here while the queue is full
        }
    }

    /// Gives back the orders for which there was no room.
    static List<String> offerAll(BlockingQueue<String> queue, List<String> orders) {
        List<String> refused = new ArrayList<>();
        for (String order : orders) {
            if (!queue.offer(order)) {
                refused.add(order);
            }
        }
        return refused;
    }

    /// The mistake: this queue is never full, so that nobody is ever slowed down, and what waits is limited
    /// by memory alone. The pool of `newFixedThreadPool` has such a queue inside.
    static BlockingQueue<String> withoutBound() {
        return new LinkedBlockingQueue<>();
    }

    private static void show(String heading, BlockingQueue<String> queue) throws Exception {
        Timeline timeline = Timeline.start();
        Handler handler = new SlowHandler(Duration.ofMillis(100), timeline);
        int left;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ = executor.submit(() -> {
                for (int i = 0; i < ORDERS.size(); i++) {
                    handler.handle(queue.take());
                }
                return "all done";
            });
            left = timeline.record("putting all", () -> {
                putAll(queue, ORDERS);
                return queue.size();
            });
        }
        Show.timeline("%s: %d wait when all are put".formatted(heading, left), timeline);
    }
}

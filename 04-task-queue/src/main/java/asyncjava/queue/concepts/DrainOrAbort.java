package asyncjava.queue.concepts;

import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The program is told to end, and orders are waiting. To drain is to take no more and do the rest:
/// asyncio's `queue.shutdown()`, and `shutdown` of an executor. To abort is to stop also those under way,
/// and to give back what is not done: `shutdown(immediate=True)` and `shutdownNow`. One drains while there
/// is time, and then aborts.
///
/// Expect two workers and six orders of 150 ms each. With a second to drain, all are done. With 200 ms, two
/// are done and four are given back: two were under way, and two had not been begun. In the last picture
/// the two that were under way are neither done nor given back.
///
/// Reach for it wherever a program has accepted what belongs to somebody. Do not leave it to the end of an
/// executor's block: `close` drains too, and knows no limit.
final class DrainOrAbort {

    private final ExecutorService workers;
    private final Handler handler;
    private final Queue<String> interrupted = new ConcurrentLinkedQueue<>();

    DrainOrAbort(int workers, int capacity, Handler handler) {
        this.workers =
                new ThreadPoolExecutor(workers, workers, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(capacity));
        this.handler = handler;
    }

    static void main() throws InterruptedException {
        show("A second to drain", orders -> orders.stop(Duration.ofSeconds(1)));
        show("200 ms to drain, then abort", orders -> orders.stop(Duration.ofMillis(200)));
        show("The mistake, what was under way is forgotten", orders -> orders.neverBegun(Duration.ofMillis(200)));
    }

    /// Refused with an exception when there is no room, and from [#stop(Duration)] on.
    void accept(String order) {
        workers.execute(new Task(order)); // submit would wrap it, and give back the wrapping
    }

    /// Drains for so long, then aborts.
    ///
    /// @return the orders that are not done
    List<String> stop(Duration grace) throws InterruptedException {
        List<String> left = neverBegun(grace);
        left.addAll(0, interrupted);
        return left;
    }

    /// The mistake, taken for all that is left: `shutdownNow` gives back what waits, and of what it
    /// interrupts it says nothing.
    List<String> neverBegun(Duration grace) throws InterruptedException {
        List<String> left = new ArrayList<>();
        workers.shutdown(); // takes no more, and does what is there
        if (!workers.awaitTermination(grace.toNanos(), TimeUnit.NANOSECONDS)) {
            workers.shutdownNow().forEach(task -> left.add(((Task) task).order)); // the others are interrupted
            workers.close(); // until they have ended, it is open what they will have done
        }
        return left;
    }

    private final class Task implements Runnable {

        private final String order;

        private Task(String order) {
            this.order = order;
        }

        @Override
        public void run() {
            try {
                handler.handle(order);
            } catch (InterruptedException e) {
                interrupted.add(order); // not done, so that somebody has to hear of it
            } catch (Exception e) {
                throw new IllegalStateException(order + " failed", e);
            }
        }
    }

    private static void show(String heading, Way way) throws InterruptedException {
        Timeline timeline = Timeline.start();
        DrainOrAbort orders = new DrainOrAbort(2, 4, new SlowHandler(Duration.ofMillis(150), timeline));
        for (int i = 1; i <= 6; i++) {
            orders.accept("order-" + i);
        }
        List<String> left = way.stop(orders);
        Show.timeline("%s: %d done, given back %s".formatted(heading, timeline.count(Outcome.OK), left), timeline);
    }

    @FunctionalInterface
    interface Way {
        List<String> stop(DrainOrAbort orders) throws InterruptedException;
    }
}

package asyncjava.queue.concepts;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/// When the queue is empty, the last orders are still being done. asyncio's queue counts them: `put` adds
/// one, `task_done` takes one off, and `join` waits until none is left. Java's queues do not count; a
/// [JoinableQueue] of one's own does. But it relies on every worker to say that it is done, and a worker
/// that has died says nothing.
///
/// Expect one worker and three orders, the second of which fails, three times over. At first the failure
/// costs that one order. Then the worker dies of it, without or with having said that it was done, and
/// `join` would wait for ever: nobody is left to take the third order.
///
/// Reach for it where nobody knows how many orders there will be, and you want to know when none is left.
/// Where their number is known, a `CountDownLatch` will do; for the tasks of an executor, the end of its
/// block.
final class TaskDone {

    private static final Duration PATIENCE = Duration.ofMillis(300);

    private TaskDone() {}

    static void main() throws InterruptedException {
        show("A failure costs one order", TaskDone::work);
        show(
                "The mistake, the worker dies of it without a word",
                (queue, handler, _) -> workWithoutFinally(queue, handler));
        show(
                "The mistake, it says that it was done, and dies all the same",
                (queue, handler, _) -> workWithoutCatch(queue, handler));
    }

    /// Works until it is interrupted, whatever becomes of an order.
    static void work(JoinableQueue queue, Handler handler, Queue<String> dead) throws InterruptedException {
        while (true) {
            String order = queue.take();
            try {
                handler.handle(order);
            } catch (InterruptedException e) {
                throw e;
            } catch (Throwable e) { // an Error, too, costs this order and not those behind it
                dead.add("%s: %s".formatted(order, e.getMessage()));
            } finally {
                queue.taskDone();
            }
        }
    }

    /// The mistake: the order that failed is never done, nor are those behind it.
    static void workWithoutFinally(JoinableQueue queue, Handler handler) throws Exception {
        while (true) {
            handler.handle(queue.take());
            queue.taskDone();
        }
    }

    /// The mistake: every order that was taken is done, and those behind it are never taken.
    static void workWithoutCatch(JoinableQueue queue, Handler handler) throws Exception {
        while (true) {
            String order = queue.take();
            try {
                handler.handle(order);
            } finally {
                queue.taskDone();
            }
        }
    }

    private static void show(String heading, Worker worker) throws InterruptedException {
        JoinableQueue queue = new JoinableQueue(3);
        Queue<String> dead = new ConcurrentLinkedQueue<>();
        Handler handler = order -> {
            if (order.equals("order-2")) {
                throw new IOException("the card is refused");
            }
        };
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ = executor.submit(() -> {
                worker.work(queue, handler, dead);
                return "never";
            });
            for (String order : List.of("order-1", "order-2", "order-3")) {
                queue.put(order);
            }
            int unfinished = queue.join(PATIENCE);
            IO.println("%s: %d not done within %d ms, dead letters: %s"
                    .formatted(heading, unfinished, PATIENCE.toMillis(), dead));
            executor.shutdownNow();
        }
    }

    @FunctionalInterface
    interface Worker {
        void work(JoinableQueue queue, Handler handler, Queue<String> dead) throws Exception;
    }
}

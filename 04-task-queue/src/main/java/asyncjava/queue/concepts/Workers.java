package asyncjava.queue.concepts;

import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Several workers take orders from one queue: in asyncio so many tasks, each with a loop around
/// `queue.get()`, in Java so many threads. Nobody deals the orders out. Whoever is free takes the next one,
/// so that the worker with the long order does few and the others do more. Whether they share the work at
/// all is seen only when each counts what it did.
///
/// Expect three workers and eight orders, of which the first takes four times as long as the others: one
/// worker does hardly more than that one. With Reactor's `flatMap` three orders are under way as well, on
/// threads that are lent for one order each. In the last picture three are asked for, and one thread has
/// done all the work, one order after another.
///
/// Reach for workers where each of them keeps something, such as a connection, or where the queue is what
/// joins two parts of a program. To limit how many are under way, a virtual thread for each order and a
/// semaphore will do.
final class Workers {

    private Workers() {}

    static void main() throws InterruptedException, ExecutionException {
        show("Three workers", (orders, handler) -> withWorkers(new ConcurrentLinkedQueue<>(orders), 3, handler));
        show(
                "flatMap and threads",
                (orders, handler) -> withReactor(orders, 3, handler).blockLast());
        show(
                "The mistake, flatMap alone",
                (orders, handler) -> inNameOnly(orders, 3, handler).blockLast());
    }

    static void withWorkers(Queue<String> orders, int workers, Handler handler)
            throws InterruptedException, ExecutionException {
        try (var executor = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("worker-", 1).factory())) {
            for (Future<?> worker : executor.invokeAll(Collections.nCopies(workers, worker(orders, handler)))) {
                worker.get();
            }
        }
    }

    /// What each worker does, as long as there are orders.
    private static Callable<String> worker(Queue<String> orders, Handler handler) {
        return () -> {
            for (String order = orders.poll(); order != null; order = orders.poll()) {
                handler.handle(order);
            }
            return "no more orders";
        };
    }

    static Flux<String> withReactor(List<String> orders, int workers, Handler handler) {
        return Flux.fromIterable(orders)
                .flatMap(order -> work(order, handler).subscribeOn(Schedulers.boundedElastic()), workers);
    }

    /// The mistake: `flatMap` subscribes to three at a time, but brings no threads along. The first order
    /// blocks the thread that would begin the second.
    static Flux<String> inNameOnly(List<String> orders, int workers, Handler handler) {
        return Flux.fromIterable(orders).flatMap(order -> work(order, handler), workers);
    }

    private static Mono<String> work(String order, Handler handler) {
        return Mono.fromCallable(() -> {
            handler.handle(order);
            return order;
        });
    }

    /// Counts what each thread has done.
    static Handler counting(Handler handler, Map<String, Integer> done) {
        return order -> {
            handler.handle(order);
            done.merge(Thread.currentThread().getName(), 1, Integer::sum);
        };
    }

    private static void show(String heading, Way way) throws InterruptedException, ExecutionException {
        List<String> orders =
                IntStream.rangeClosed(1, 8).mapToObj(i -> "order-" + i).toList();
        Timeline timeline = Timeline.start();
        Map<String, Integer> done = new ConcurrentSkipListMap<>();
        Handler handler = order -> {
            Duration time = Duration.ofMillis(order.equals("order-1") ? 240 : 60);
            new SlowHandler(time, timeline).handle(order);
        };
        way.work(orders, counting(handler, done));
        Show.timeline("%s: %s".formatted(heading, done), timeline);
    }

    @FunctionalInterface
    interface Way {
        void work(List<String> orders, Handler handler) throws InterruptedException, ExecutionException;
    }
}

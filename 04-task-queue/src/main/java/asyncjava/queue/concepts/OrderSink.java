package asyncjava.queue.concepts;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitResult;

/// Code that is no stream has orders for one that is. asyncio would take a `Queue`; Reactor has `Sinks`,
/// which may have a bounded queue inside. Nobody waits at a sink: `tryEmitNext` says at once what became of
/// the order, and whoever does not look at that loses orders.
///
/// Expect a stream that does one order, and room for two more: the fourth is refused with `FAIL_OVERFLOW`,
/// and when the stream has gone, the fifth with `FAIL_CANCELLED`. Then two threads come at the same moment.
/// With a lock both orders are taken. Without, one of them is `FAIL_NON_SERIALIZED`.
///
/// Reach for it where orders come from outside, and may be refused. Where the producer may wait, take a
/// `BlockingQueue`, or a stream that makes orders on [Demand]. Do not read `OK` as done: what still lies in
/// the queue when the subscriber leaves is thrown away.
final class OrderSink {

    private final Sinks.Many<String> sink;
    private final ReentrantLock emitting = new ReentrantLock();

    OrderSink(int capacity) {
        sink = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(capacity));
    }

    static void main() throws InterruptedException {
        OrderSink orders = new OrderSink(2);
        Disposable stream = orders.asFlux().flatMap(_ -> Mono.never(), 1).subscribe();
        for (String order : List.of("order-1", "order-2", "order-3", "order-4")) {
            IO.println("%s: %s".formatted(order, orders.offer(order)));
        }
        stream.dispose();
        IO.println("order-5: %s".formatted(orders.offer("order-5")));
        IO.println("Two threads, with a lock:                " + atOnce(sink -> sink::offer));
        IO.println("The mistake, two threads without a lock: " + atOnce(sink -> sink::offerWithoutLock));
    }

    /// For one subscriber, once.
    Flux<String> asFlux() {
        return sink.asFlux();
    }

    /// Up to the first step that changes threads, the stream runs on this thread, and within the lock.
    EmitResult offer(String order) {
        emitting.lock(); // one at a time: who came meanwhile would be refused
        try {
            return sink.tryEmitNext(order);
        } finally {
            emitting.unlock();
        }
    }

    /// The mistake: a sink does not make threads wait for each other. It refuses the second.
    EmitResult offerWithoutLock(String order) {
        return sink.tryEmitNext(order);
    }

    /// The mistake: it returns nothing to look at. A full sink is ended, with an error; one whose
    /// subscriber has gone throws the order away and says nothing.
    void emit(String order) {
        emitting.lock();
        try {
            sink.emitNext(order, Sinks.EmitFailureHandler.FAIL_FAST);
        } finally {
            emitting.unlock();
        }
    }

    private static String atOnce(Function<OrderSink, Function<String, EmitResult>> way) throws InterruptedException {
        OrderSink orders = new OrderSink(2);
        Disposable stream = orders.asFlux()
                .subscribe(_ -> LockSupport.parkNanos(Duration.ofMillis(100).toNanos()));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Function<String, EmitResult> offer = way.apply(orders);
            List<Callable<EmitResult>> offers = List.of(() -> offer.apply("order-1"), () -> offer.apply("order-2"));
            List<EmitResult> said =
                    executor.invokeAll(offers).stream().map(Future::resultNow).toList();
            return said.getFirst() + ", " + said.getLast();
        } finally {
            stream.dispose();
        }
    }
}

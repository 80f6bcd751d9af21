package asyncjava.queue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.concurrent.Queues;

/// A stream of orders, parted into as many lanes as there are workers. Orders of one customer are in one
/// lane, and a lane does one thing at a time.
///
/// A sink says that an order was emitted, and not that anybody will hear of it: a stream that was cancelled
/// swallows orders without a word. So there is a book of all that was accepted, and whoever strikes an
/// order out of it is the one who tells what became of it.
final class ReactiveOrders implements OrderQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ReactiveOrders.class);

    private final Limits limits;
    private final Handler handler;
    private final Listener listener;
    private final List<Station> stations;

    private final Book book = new Book();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger mostWaiting = new AtomicInteger();
    private final Semaphore places;

    private final Sinks.Many<Accepted> sink;
    private final ExecutorService threads;
    private final Disposable stream;
    private boolean closed; // guarded by this, as is the sink

    ReactiveOrders(Limits limits, Handler handler, Listener listener) {
        this.limits = limits;
        this.handler = handler;
        this.listener = listener;
        stations = IntStream.rangeClosed(1, limits.workers())
                .mapToObj(Station::new)
                .toList();
        places = new Semaphore(limits.capacity(), true);
        sink = Sinks.many()
                .unicast()
                .onBackpressureBuffer(Queues.<Accepted>get(limits.capacity()).get());
        // Once it is aborted, there is nothing more to do on them, whatever the stream still asks for.
        threads = new ThreadPoolExecutor(
                limits.workers(),
                limits.workers(),
                0,
                TimeUnit.NANOSECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("lane-", 1).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        stream = lanes().subscribe();
    }

    /// `flatMap` has to take all the groups that there will ever be: one more would wait for ever, and hold
    /// up the others. That is why there are lanes, and not a group for each customer.
    private Flux<Void> lanes() {
        Scheduler scheduler = Schedulers.fromExecutorService(threads);
        Function<Accepted, Station> lane = accepted ->
                stations.get(Math.floorMod(accepted.order().customer().hashCode(), stations.size()));
        if (limits.whenFull() != WhenFull.DROP_OLDEST) {
            return sink.asFlux()
                    .groupBy(lane, Function.identity(), Integer.MAX_VALUE) // there are places for no more
                    .flatMap(
                            each -> each.publishOn(scheduler).concatMap(order -> process(order, each.key()), 0),
                            limits.workers());
        }
        // What a lane has asked for cannot be dropped any more, so that it asks for one at a time.
        return sink.asFlux()
                .onBackpressureBuffer(limits.capacity(), this::drop, BufferOverflowStrategy.DROP_OLDEST)
                .limitRate(1)
                .groupBy(lane, Function.identity(), limits.workers())
                .flatMap(
                        each -> each.publishOn(scheduler, 1).concatMap(order -> process(order, each.key()), 0),
                        limits.workers());
    }

    @Override
    public Submitted submit(Order order) throws InterruptedException {
        if (!findsPlace()) {
            return isClosed() ? Submitted.CLOSED : Submitted.REFUSED;
        }
        // To emit is for one at a time: a sink refuses the second.
        synchronized (this) {
            if (closed) {
                leavePlace(); // and whoever waits next finds the same
                return Submitted.CLOSED;
            }
            Accepted accepted = new Accepted(order, waiting::decrementAndGet);
            book.enter(accepted);
            waiting.incrementAndGet();
            sink.emitNext(accepted, EmitFailureHandler.FAIL_FAST);
            mostWaiting.accumulateAndGet(waiting.get(), Math::max);
            return Submitted.ACCEPTED;
        }
    }

    private boolean findsPlace() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException(); // also where nobody waits
        }
        return switch (limits.whenFull()) {
            case WAIT -> {
                places.acquire();
                yield true;
            }
            case REFUSE -> places.tryAcquire();
            case DROP_OLDEST -> true;
        };
    }

    private void leavePlace() {
        if (limits.whenFull() != WhenFull.DROP_OLDEST) {
            places.release();
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void drop(Accepted oldest) {
        book.strikeOut(oldest, () -> listener.handedBack(oldest.order()));
    }

    private Mono<Void> process(Accepted accepted, Station station) {
        return Mono.defer(() -> {
            long began = System.nanoTime();
            waiting.decrementAndGet();
            leavePlace();
            accepted.serve(() -> station.ended(began - accepted.since(), System.nanoTime() - began));
            return steps(accepted, accepted.order(), station)
                    .doOnNext(done -> book.strikeOut(accepted, () -> listener.done(done)))
                    .then()
                    .onErrorResume(
                            Dead.class,
                            dead -> Mono.fromRunnable(
                                    () -> book.strikeOut(accepted, () -> listener.dead(dead.letter))));
        });
    }

    private Mono<Order> steps(Accepted accepted, Order order, Station station) {
        return order.next()
                .map(step -> step(accepted, order, step, 1, station)
                        .then(Mono.defer(() -> steps(accepted, order.afterStep(), station))))
                .orElseGet(() -> Mono.just(order));
    }

    private Mono<Void> step(Accepted accepted, Order order, Step step, int attempt, Station station) {
        return attempt(accepted, order, step, attempt, station)
                .flatMap(failure -> attempt == limits.attempts()
                        ? Mono.error(new Dead(DeadLetter.failed(order, step, failure)))
                        : Mono.delay(limits.pauseAfter(
                                        attempt, ThreadLocalRandom.current().nextDouble()))
                                .then(step(accepted, order, step, attempt + 1, station)));
    }

    /// Ends empty when the step is done, with its failure when it is not. A failure is no error of the
    /// stream's: Reactor would complain of those that come when nobody listens any more.
    private Mono<Throwable> attempt(Accepted accepted, Order order, Step step, int attempt, Station station) {
        return Mono.defer(() -> {
            station.begins(order, step, attempt);
            CompletableFuture<Void> future = accepted.begin(order, () -> begin(order, step, attempt));
            Mono<Throwable> ended = Mono.fromFuture(future.handle((_, failure) -> failure));
            return future.isDone()
                    ? ended // a timer would cost more than the step
                    : ended.doOnCancel(() -> future.cancel(true))
                            .timeout(
                                    limits.deadline(),
                                    Mono.error(() -> new Dead(DeadLetter.overdue(order, step, limits.deadline()))));
        });
    }

    /// Reactor lets errors such as `StackOverflowError` through to whoever called it. A future keeps them
    /// here.
    private CompletableFuture<Void> begin(Order order, Step step, int attempt) {
        try {
            return handler.handleLater(order, step, attempt).toFuture();
        } catch (Throwable failure) {
            return CompletableFuture.failedFuture(failure);
        } finally {
            boolean _ = Thread.interrupted(); // the handler's, and not for the next
        }
    }

    /// What a stream hears when an order has died.
    private static final class Dead extends Exception {

        private static final long serialVersionUID = 1;
        private final transient DeadLetter letter;

        Dead(DeadLetter letter) {
            super(letter.reason(), null, false, false);
            this.letter = letter;
        }
    }

    @Override
    public boolean join(Duration atMost) throws InterruptedException {
        return book.awaitEmpty(atMost);
    }

    @Override
    public void drain() {
        synchronized (this) {
            if (!closed) {
                closed = true;
                sink.emitComplete(EmitFailureHandler.FAIL_FAST);
            }
        }
        places.release(limits.capacity()); // those who wait for a place find that it is closed
    }

    @Override
    public void abort() throws InterruptedException {
        synchronized (this) {
            closed = true;
        }
        places.release(limits.capacity());
        stream.dispose();
        awaitLanes();
        for (Accepted accepted : book.inTheirOrder()) {
            Order left = accepted.stop();
            book.strikeOut(
                    accepted,
                    () -> left.next().ifPresentOrElse(_ -> listener.handedBack(left), () -> listener.done(left)));
        }
        boolean _ = join(FOR_EVER);
    }

    /// A handler that blocks, which it should not, holds its lane up until it ends.
    private void awaitLanes() throws InterruptedException {
        threads.shutdownNow();
        if (!threads.awaitTermination(limits.deadline().toNanos(), TimeUnit.NANOSECONDS)) {
            LOG.warn("a step does not end");
        }
    }

    @Override
    public Glance glance() {
        return new Glance(waiting.get(), mostWaiting.get(), stations);
    }

    @Override
    public void close() {
        Uninterrupted.run(this::abort);
    }
}

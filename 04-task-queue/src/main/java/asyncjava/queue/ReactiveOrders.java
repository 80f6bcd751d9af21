package asyncjava.queue;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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

    private static final CompletableFuture<Void> NOT_BEGUN = CompletableFuture.failedFuture(new TimeoutException());

    private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

    private final Limits limits;
    private final Handler handler;
    private final Listener listener;
    private final List<Station> stations;

    private final Set<Accepted> book = ConcurrentHashMap.newKeySet();
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
        Function<Accepted, Station> lane =
                accepted -> stations.get(Math.floorMod(accepted.order.customer().hashCode(), stations.size()));
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

    /// An order that was accepted and has not ended.
    private static final class Accepted {

        private final Order order;
        private final long since = System.nanoTime();
        private final AtomicBoolean struckOut = new AtomicBoolean();
        private Attempt attempt; // guarded by this
        private boolean stopped; // guarded by this

        Accepted(Order order) {
            this.order = order;
            attempt = new Attempt(order, NOT_BEGUN);
        }

        /// Begins an attempt, unless the order was stopped: then nothing comes of it, and nobody waits for it.
        synchronized CompletableFuture<Void> begin(Order now, Supplier<CompletableFuture<Void>> step) {
            if (stopped) {
                return new CompletableFuture<>();
            }
            attempt = new Attempt(now, step.get());
            return attempt.future;
        }

        /// Cancels what is under way, and lets nothing more begin.
        ///
        /// @return the order, as far as it has come
        synchronized Order stop() {
            stopped = true;
            attempt.future.cancel(true);
            return attempt.after();
        }
    }

    /// An attempt at the next step of an order; its future alone decides whether it was done.
    private record Attempt(Order order, CompletableFuture<Void> future) {

        /// The order as this attempt leaves it.
        Order after() {
            return future.state() == Future.State.SUCCESS ? order.afterStep() : order;
        }
    }

    @Override
    public Submitted submit(Order order) throws InterruptedException {
        if (!findsPlace()) {
            return isClosed() ? Submitted.CLOSED : Submitted.REFUSED;
        }
        // To emit is for one at a time: a sink refuses the second.
        synchronized (this) {
            if (closed) {
                places.release(); // and whoever waits next finds the same
                return Submitted.CLOSED;
            }
            Accepted accepted = new Accepted(order);
            book.add(accepted);
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

    private synchronized boolean isClosed() {
        return closed;
    }

    private void drop(Accepted oldest) {
        waiting.decrementAndGet();
        strikeOut(oldest, () -> listener.handedBack(oldest.order));
    }

    private Mono<Void> process(Accepted accepted, Station station) {
        return Mono.defer(() -> {
            long began = System.nanoTime();
            waiting.decrementAndGet();
            places.release();
            Consumer<Runnable> end = tell -> strikeOut(accepted, () -> {
                station.ended(began - accepted.since, System.nanoTime() - began);
                tell.run();
            });
            return steps(accepted, accepted.order, station)
                    .doOnNext(done -> end.accept(() -> listener.done(done)))
                    .then()
                    .onErrorResume(
                            Dead.class, dead -> Mono.fromRunnable(() -> end.accept(() -> listener.dead(dead.letter))));
        });
    }

    private Mono<Order> steps(Accepted accepted, Order order, Station station) {
        return order.next()
                .map(step -> step(accepted, order, step, 1, station)
                        .then(Mono.defer(() -> steps(accepted, order.afterStep(), station))))
                .orElseGet(() -> Mono.just(order));
    }

    private Mono<Void> step(Accepted accepted, Order order, Step step, int attempt, Station station) {
        return Mono.defer(() -> {
                    station.begins(order, step, attempt);
                    CompletableFuture<Void> future = accepted.begin(order, () -> begin(order, step, attempt));
                    Mono<Void> ended = Mono.fromFuture(future);
                    return future.isDone()
                            ? ended
                            : ended.timeout(limits.deadline()); // a timer costs more than it does
                })
                .onErrorResume(failure -> {
                    if (failure instanceof TimeoutException) {
                        return Mono.error(new Dead(DeadLetter.overdue(order, step, limits.deadline())));
                    }
                    return attempt == limits.attempts()
                            ? Mono.error(new Dead(DeadLetter.failed(order, step, failure)))
                            : Mono.delay(limits.pauseAfter(
                                            attempt, ThreadLocalRandom.current().nextDouble()))
                                    .then(step(accepted, order, step, attempt + 1, station));
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

    private void strikeOut(Accepted accepted, Runnable tell) {
        if (!accepted.struckOut.compareAndSet(false, true)) {
            return;
        }
        try {
            tell.run();
        } catch (RuntimeException bug) {
            LOG.error("nobody could be told of {}", accepted.order, bug);
        }
        book.remove(accepted);
        if (book.isEmpty()) {
            synchronized (book) {
                book.notifyAll();
            }
        }
    }

    @Override
    public boolean join(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (book) {
            for (long left = atMost.toNanos(); !book.isEmpty() && left > 0; left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(book, left);
            }
            return book.isEmpty();
        }
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
        book.stream()
                .sorted(Comparator.comparingLong(accepted -> accepted.since))
                .forEach(accepted -> {
                    Order left = accepted.stop();
                    strikeOut(
                            accepted,
                            () -> left.next()
                                    .ifPresentOrElse(_ -> listener.handedBack(left), () -> listener.done(left)));
                });
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
        boolean interrupted = false;
        for (boolean ended = false; !ended; ) {
            try {
                abort();
                ended = true;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

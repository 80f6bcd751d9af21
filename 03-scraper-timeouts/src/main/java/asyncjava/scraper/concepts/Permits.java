package asyncjava.scraper.concepts;

import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;

/// Hundreds of pages are wanted, and the site bears two requests at once. asyncio has `Semaphore` for that,
/// and so has Java: whoever wants to begin takes a permit, or waits for one. In Reactor the second argument
/// of `flatMap` is the limit; left out, it is 256.
///
/// Expect seven calls, of which two are under way at any moment. The last one is cancelled while it waits
/// for its permit: in the first picture it is missing, and that is all. In the last picture it has given
/// back a permit that it never had, and from there on three are under way.
///
/// Reach for it where something bears only so many at once: a server, a disk, memory. Do not take it for a
/// limit per second, see [RateLimit]. asyncio's `BoundedSemaphore` notices a permit too many; Java's does
/// not.
final class Permits {

    private static final int LIMIT = 2;
    private static final Duration TIME = Duration.ofMillis(150);

    private Permits() {}

    static void main() throws InterruptedException {
        show("A permit each", Permits::withPermit);
        Timeline timeline = Timeline.start();
        withReactor(calls(timeline), LIMIT).blockLast();
        Show.timeline("flatMap with a limit", timeline);
        try {
            withPermit(new Semaphore(0), TIME, () -> "nobody gives it a permit");
        } catch (Exception e) {
            IO.println("A waiter that gives up: " + e.getMessage());
        }
        show("The mistake, a permit is given back that was not taken", Permits::acquiredInTheTry);
    }

    static <T> T withPermit(Semaphore permits, Callable<T> call) throws Exception {
        permits.acquire(); // before the try: whoever is interrupted here has nothing to give back
        try {
            return call.call();
        } finally {
            permits.release();
        }
    }

    /// The same, by a waiter that gives up: this covers the wait for a permit, and the call not at all.
    static <T> T withPermit(Semaphore permits, Duration patience, Callable<T> call) throws Exception {
        if (!permits.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("no permit within %d ms".formatted(patience.toMillis()));
        }
        try {
            return call.call();
        } finally {
            permits.release();
        }
    }

    static Flux<String> withReactor(List<SlowCall> calls, int limit) {
        return Flux.fromIterable(calls).flatMap(SlowCall::mono, limit);
    }

    /// The mistake: who is interrupted in `acquire` has got no permit, and gives one back. A semaphore
    /// counts, it does not know who has what: from then on there is one more.
    static <T> T acquiredInTheTry(Semaphore permits, Callable<T> call) throws Exception {
        try {
            permits.acquire();
            return call.call();
        } finally {
            permits.release();
        }
    }

    private static void show(String heading, Way way) throws InterruptedException {
        Timeline timeline = Timeline.start();
        Semaphore permits = new Semaphore(LIMIT, true);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> futures = new ArrayList<>();
            for (SlowCall call : calls(timeline)) {
                futures.add(executor.submit(() -> way.call(permits, call)));
            }
            Thread.sleep(TIME.dividedBy(2));
            futures.getLast().cancel(true);
        }
        Show.timeline(
                "%s (%d at the start, %d in the end)".formatted(heading, LIMIT, permits.availablePermits()), timeline);
    }

    private static List<SlowCall> calls(Timeline timeline) {
        return IntStream.rangeClosed(1, 7)
                .mapToObj(i -> new SlowCall("page-" + i, TIME, timeline))
                .toList();
    }

    @FunctionalInterface
    interface Way {
        String call(Semaphore permits, Callable<String> call) throws Exception;
    }
}

package asyncjava.scraper.exercise.permits;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Exercise 3.2, at most N at once, and a waiter who gives up returns its place.
///
/// A `Limiter` has a number of places, at least one. `run` runs a piece of work, such as a request, on one
/// of them. When all are taken it waits for one, and no longer than its caller likes.
///
/// - Never more pieces of work are under way than there are places; and as many, where there are enough.
/// - `run` returns what the work returned, or throws the very exception or error that the work threw.
/// - `atMostWaiting` is for the wait for a place. Work that has a place takes as long as it takes; and where a
/// place is free, work is run even with `Duration.ZERO`.
/// - When that time is over and there is no place, throw a `java.util.concurrent.TimeoutException`. When the
/// thread is interrupted while it waits for a place, throw an `InterruptedException`, or an exception that
/// has one among its causes. In both cases the work is not run, then or later.
/// - An interrupt of the thread while its work is under way interrupts the work. What comes of that is up to
/// the work: `run` returns or throws when the work does, and not before.
/// - When `run` has returned or thrown, its place is free for whoever comes next. Each place that was taken is
/// given back, and only once; and a place that was not taken is not given back.
/// - Those who wait need not be served in the order in which they came.
///
/// Any style will do: a `Semaphore`, a lock and a condition, a queue, `CompletableFuture`, Reactor.
public final class Limiter {

    public Limiter(int places) {}

    public <T> T run(Callable<T> work, Duration atMostWaiting) throws Exception {
        throw new UnsupportedOperationException("exercise 3.2 is not done yet");
    }
}

package asyncjava.scraper.exercise.rate;

import asyncjava.scraper.exercise.Time;

/// Exercise 3.3, at most R per second.
///
/// Each request to a host is preceded by a call of `acquire()`, which returns when the request may be sent:
/// so many per second, and after a quiet while some at once. This is known as a token bucket.
///
/// - At first, `burst` calls return at once. As long as there are callers that wait, one more returns each
///   1/`perSecond` of a second.
/// - What is not used is saved up, parts of a permit too, but never more than `burst` permits: a bucket that
///   is full saves no part of one either, and the next permit is there 1/`perSecond` of a second after the
///   first of the full ones is taken. So within any second, no more than `perSecond` + `burst` calls return.
/// - `perSecond` may be anything from 1 to 1000, and 1/300 of a second is no whole number of milliseconds.
///   You may be wrong by one millisecond, but not more wrong with each call.
/// - Any number of threads may call at once. In which order those that wait go on is up to you.
/// - A thread that is interrupted while it waits throws an `InterruptedException` at once, and has used up
///   nothing: the others go on as if it had never come.
/// - All time comes from `time`: `interface Time { long nanoTime(); void sleep(Duration time) throws
///   InterruptedException; ScheduledExecutorService timer(); }`, which stands beside the tests. Its clock may
///   be negative, as `System.nanoTime()` may. `sleep` is for threads that wait, and `timer` for code that
///   would rather be called back; Reactor's own schedulers go by the same time.
/// - While nobody waits in `acquire()`, no thread of yours is left.
///
/// Any style will do: virtual threads, `CompletableFuture`, Reactor, plain threads.
public final class Rate {

    public Rate(int perSecond, int burst, Time time) {}

    public void acquire() throws InterruptedException {
        throw new UnsupportedOperationException("exercise 3.3 is not done yet");
    }
}

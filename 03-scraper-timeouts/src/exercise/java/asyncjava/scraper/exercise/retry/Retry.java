package asyncjava.scraper.exercise.retry;

import asyncjava.scraper.exercise.Time;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;

/// Exercise 3.4, retry what is worth retrying, with backoff and jitter.
///
/// `request.call()` sends a request and blocks until there is an answer. Make it, and where it fails in a way
/// that may pass, wait a little and make it again. You are handed
/// `record Answer(int status, OptionalInt retryAfter)` and
/// `record Policy(int attempts, Duration base, Duration cap)`, which stand beside the test.
///
/// - An `IOException` is worth another attempt, and so are the statuses 408, 429 and those from 500 on, of
///   which 599 is the last. Any other answer is returned, and any other exception is thrown, at once.
/// - There are at most `attempts`, one after another. After the last one there is no wait: return its answer,
///   whatever the status, or throw its `IOException`, that very one and not wrapped.
/// - The `IOException`s of the attempts before are not lost: each is among the suppressed ones of the one
///   that you throw, of that very one and of no other.
/// - The waits are `random` * `base`, then `random` * 2 `base`, 4 `base`, 8 `base` and so on, but never more
///   than `random` * `cap`. `random` gives a number from 0 to 1, another one each time. This is known as
///   exponential backoff with full jitter. There may be a hundred attempts.
/// - Where the answer has a `retryAfter`, wait for so many seconds instead, without jitter, but no longer
///   than `cap`.
/// - When your thread is interrupted, be it in a request or in a wait, throw an `InterruptedException` at
///   once. No further attempt begins then. The one under way is ended: where you made the request on another
///   thread, interrupt that one.
/// - When you return or throw, no thread of yours is left.
/// - All time comes from `time`: `interface Time { long nanoTime(); void sleep(Duration time) throws
///   InterruptedException; ScheduledExecutorService timer(); }`. `sleep` is for threads that wait, and `timer`
///   for code that would rather be called back; Reactor's own schedulers go by the same time.
///
/// Any style will do: virtual threads, `CompletableFuture`, Reactor, plain threads.
public final class Retry {

    private Retry() {}

    public static Answer call(Callable<Answer> request, Policy policy, DoubleSupplier random, Time time)
            throws Exception {
        throw new UnsupportedOperationException("exercise 3.4 is not done yet");
    }
}

package asyncjava.scraper;

import asyncjava.scraper.Outcome.Clock;
import asyncjava.scraper.Outcome.TimedOut;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// What one host can be asked, for threads that wait: a semaphore says how many requests at once, a bucket
/// how many in a second. They are two things. A semaphore lets as many through in a second as the server
/// manages to answer; a rate lets them pile up in a server that does not.
final class BlockingHost {

    private final Semaphore permits;
    private final TokenBucket bucket;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Limits limits;

    @FunctionalInterface
    interface Request {
        Reply make() throws InterruptedException;
    }

    BlockingHost(Limits limits) {
        this.limits = limits;
        permits = new Semaphore(limits.atOnce(), true);
        bucket = new TokenBucket(limits.perSecond(), limits.atOnce(), System::nanoTime);
    }

    /// Makes a request once it may begin. The permit comes first: tokens that were taken by those who still
    /// wait for something else would all be used in one moment.
    Reply ask(Request request) throws InterruptedException {
        if (!permits.tryAcquire(limits.permitWait().toNanos(), TimeUnit.NANOSECONDS)) {
            return new Reply.None(new TimedOut(Clock.PERMIT, limits.permitWait()), Duration.ZERO);
        }
        try {
            Optional<TimedOut> tooLong = awaitRate();
            return tooLong.isPresent() ? new Reply.None(tooLong.get(), Duration.ZERO) : request.make();
        } finally {
            permits.release();
        }
    }

    /// First come, first served: who has the turn waits for the next token, the others for the turn.
    private Optional<TimedOut> awaitRate() throws InterruptedException {
        long deadline = System.nanoTime() + limits.rateWait().toNanos();
        Optional<TimedOut> tooLong = Optional.of(new TimedOut(Clock.RATE, limits.rateWait()));
        if (!turn.tryLock(limits.rateWait().toNanos(), TimeUnit.NANOSECONDS)) {
            return tooLong;
        }
        try {
            for (long wait = bucket.take(); wait > 0; wait = bucket.take()) {
                if (System.nanoTime() + wait > deadline) {
                    return tooLong;
                }
                Thread.sleep(Duration.ofNanos(wait));
            }
            return Optional.empty();
        } finally {
            turn.unlock();
        }
    }
}

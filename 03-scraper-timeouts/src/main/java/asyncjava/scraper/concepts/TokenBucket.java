package asyncjava.scraper.concepts;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Lets one begin in each interval, on average: tokens drop into a bucket at that rate, and whoever begins
/// takes one. While nobody takes any, as many are saved up as the bucket holds, so that after a rest so
/// many may begin at once.
///
/// No tokens are counted. It is enough to know when the next one is due: one that was due a while ago has
/// been saved up.
final class TokenBucket {

    private final long interval;
    private final long savedAtMost;
    private final LongSupplier nanoTime;
    private final Sleep sleep;
    private final ReentrantLock queue = new ReentrantLock(true);
    private long due;

    /// A bucket that is full.
    ///
    /// @param burst how many tokens it holds
    /// @param nanoTime nanoseconds from any fixed point, never going backwards
    TokenBucket(Duration interval, int burst, LongSupplier nanoTime, Sleep sleep) {
        if (!interval.isPositive() || burst < 1) {
            throw new IllegalArgumentException(
                    "interval must be more than 0 and burst at least 1, were %s and %d".formatted(interval, burst));
        }
        this.interval = interval.toNanos();
        this.savedAtMost = (burst - 1) * this.interval;
        this.nanoTime = nanoTime;
        this.sleep = sleep;
        due = nanoTime.getAsLong() - savedAtMost;
    }

    /// Waits for a token and takes it. First come, first served; whoever is interrupted has taken none.
    void take() throws InterruptedException {
        queue.lockInterruptibly(); // only the first of the queue sleeps
        try {
            long now = nanoTime.getAsLong();
            due = now - Math.min(now - due, savedAtMost);
            if (due - now > 0) {
                sleep.sleep(Duration.ofNanos(due - now));
            }
            due += interval;
        } finally {
            queue.unlock();
        }
    }

    @FunctionalInterface
    interface Sleep {
        void sleep(Duration time) throws InterruptedException;
    }
}

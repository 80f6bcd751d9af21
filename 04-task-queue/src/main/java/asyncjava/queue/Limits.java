package asyncjava.queue;

import java.time.Duration;

/// How much at once, and how patiently.
///
/// @param workers how many orders are processed at once
/// @param capacity how many may wait
/// @param deadline how long one attempt at a step may take
/// @param attempts at a step, before the order is given up
/// @param pause the longest before the second attempt; it doubles from one to the next
record Limits(int workers, int capacity, WhenFull whenFull, Duration deadline, int attempts, Duration pause) {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    Limits {
        requirePositive("workers", workers);
        requirePositive("capacity", capacity);
        requirePositive("attempts", attempts);
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("deadline must be positive, was " + deadline);
        }
    }

    /// How long to wait after an attempt that has failed: anything up to twice as long as last time, so
    /// that those which failed together do not come again together (full jitter).
    ///
    /// @param attempt the one that has failed, from 1
    /// @param random from 0 to 1
    Duration pauseAfter(int attempt, double random) {
        Duration most = pause.multipliedBy(1L << Math.min(attempt - 1, 20));
        long nanos = most.compareTo(LONGEST_PAUSE) < 0 ? most.toNanos() : LONGEST_PAUSE.toNanos();
        return Duration.ofNanos((long) (random * nanos));
    }

    private static void requirePositive(String name, int got) {
        if (got < 1) {
            throw new IllegalArgumentException("%s must be at least 1, was %d".formatted(name, got));
        }
    }
}

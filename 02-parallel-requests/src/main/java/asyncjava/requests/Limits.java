package asyncjava.requests;

import java.time.Duration;

/// What a fetcher keeps to.
///
/// @param atOnce how many requests may be under way at once
/// @param timeout how long one request may take, from its beginning to the last byte of its body
record Limits(int atOnce, Duration timeout) {

    Limits {
        if (atOnce < 1) {
            throw new IllegalArgumentException("atOnce must be at least 1, was " + atOnce);
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("timeout must be positive, was " + timeout);
        }
    }
}

package asyncjava.scraper;

import java.time.Duration;

/// How politely, and how patiently.
///
/// @param atOnce requests to one host
/// @param perSecond requests to one host, once it has had a burst of `atOnce`
/// @param permitWait how long to wait until fewer than `atOnce` are under way
/// @param rateWait how long to wait for the rate then
/// @param connect how long a connection may take
/// @param timeout how long the request may take, to the last byte of its answer, redirects included
/// @param largestBody in bytes
/// @param retries how often to try again
record Limits(
        int atOnce,
        double perSecond,
        Duration permitWait,
        Duration rateWait,
        Duration connect,
        Duration timeout,
        int largestBody,
        int retries) {

    /// In a request.
    static final int MOST_REDIRECTS = 5;

    static final Limits DEFAULT = new Limits(
            5,
            10,
            Duration.ofHours(24), // a long list waits for itself
            Duration.ofMinutes(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            5 * 1024 * 1024,
            2);

    Limits withAtOnce(int other) {
        return new Limits(other, perSecond, permitWait, rateWait, connect, timeout, largestBody, retries);
    }

    Limits withPerSecond(double other) {
        return new Limits(atOnce, other, permitWait, rateWait, connect, timeout, largestBody, retries);
    }

    /// How long to wait for a permit, and then for the rate.
    Limits withWaits(Duration permit, Duration rate) {
        return new Limits(atOnce, perSecond, permit, rate, connect, timeout, largestBody, retries);
    }

    /// Of which a connection may take a half.
    Limits withTimeout(Duration other) {
        return new Limits(atOnce, perSecond, permitWait, rateWait, other.dividedBy(2), other, largestBody, retries);
    }

    Limits withLargestBody(int other) {
        return new Limits(atOnce, perSecond, permitWait, rateWait, connect, timeout, other, retries);
    }

    Limits withRetries(int other) {
        return new Limits(atOnce, perSecond, permitWait, rateWait, connect, timeout, largestBody, other);
    }
}

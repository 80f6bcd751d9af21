package asyncjava.queue;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/// A place where orders are processed, one after another: what its worker is doing, and what it did.
///
/// Written by one worker at a time, and seen by all.
final class Station {

    static final int DIGITS = 2;
    static final long LONGEST = TimeUnit.HOURS.toMicros(24);

    private final int number;
    private final AtomicLong served = new AtomicLong();
    // Two digits: no more is printed, and these take 20 KB however many orders there are.
    private final Histogram waited = new Histogram(LONGEST, DIGITS);
    private final Histogram took = new Histogram(LONGEST, DIGITS);
    private volatile Optional<Doing> doing = Optional.empty();

    /// What a worker is at.
    record Doing(Order order, Step step, int attempt) {}

    Station(int number) {
        this.number = number;
    }

    /// From 1.
    int number() {
        return number;
    }

    void begins(Order order, Step step, int attempt) {
        doing = Optional.of(new Doing(order, step, attempt));
    }

    /// An order has ended here.
    void ended(long nanosWaited, long nanosTaken) {
        doing = Optional.empty();
        waited.recordValue(micros(nanosWaited));
        took.recordValue(micros(nanosTaken));
        served.set(served.get() + 1);
    }

    /// What its worker does now, if it does something.
    Optional<Doing> doing() {
        return doing;
    }

    /// How many orders ended here.
    long served() {
        return served.get();
    }

    /// Adds what was measured here, in microseconds. Only when all has ended.
    void addTo(Histogram allWaited, Histogram allTook) {
        allWaited.add(waited);
        allTook.add(took);
    }

    private static long micros(long nanos) {
        return Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0, LONGEST);
    }
}

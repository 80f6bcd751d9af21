package asyncjava.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/// A clock that shows virtual time.
final class VirtualClock extends Clock {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final LongSupplier nanoTime;
    private final ZoneId zone;

    VirtualClock(LongSupplier nanoTime, ZoneId zone) {
        this.nanoTime = nanoTime;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return START.plusNanos(nanoTime.getAsLong());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new VirtualClock(nanoTime, other);
    }
}

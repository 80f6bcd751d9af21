package asyncjava.common.timeline;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// A clock that stands still until a test moves it.
public final class HandClock implements LongSupplier {

    private final AtomicLong nanos;

    public HandClock() {
        this(0);
    }

    public HandClock(long nanos) {
        this.nanos = new AtomicLong(nanos);
    }

    public void advance(Duration by) {
        nanos.addAndGet(by.toNanos());
    }

    @Override
    public long getAsLong() {
        return nanos.get();
    }
}

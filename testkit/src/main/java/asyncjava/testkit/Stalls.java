package asyncjava.testkit;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// How long the threads of this JVM were kept from their work, by a machine that has too much to do or by a
/// collection. It has a thread nap, and looks how much longer than they should its naps have taken.
///
/// Where a stall was as long as a limit, that limit may have been over for its sake alone.
public final class Stalls implements AutoCloseable {

    private static final long NAP = Duration.ofMillis(5).toNanos();

    private final LongSupplier clock;
    /// By its name those know it who wait for others to come to rest, and do not wait for it.
    private final ExecutorService naps = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("watchdog-naps").factory());

    private long awake;
    private long longest;

    private Stalls(LongSupplier clock) {
        this.clock = clock;
        awake = clock.getAsLong();
    }

    /// Begins the watch.
    public static Stalls watch() {
        return watch(System::nanoTime);
    }

    static Stalls watch(LongSupplier clock) {
        Stalls stalls = new Stalls(clock);
        stalls.naps.execute(stalls::nap);
        return stalls;
    }

    /// The longest since the watch began, one that goes on included.
    public synchronized Duration longest() {
        return Duration.ofNanos(Math.max(longest, clock.getAsLong() - awake - NAP));
    }

    /// Whether the last nap is over.
    synchronized boolean isAwake() {
        return clock.getAsLong() == awake;
    }

    private void nap() {
        while (!Thread.interrupted()) {
            LockSupport.parkNanos(NAP);
            wakeUp();
        }
    }

    private synchronized void wakeUp() {
        longest = longest().toNanos();
        awake = clock.getAsLong();
    }

    @Override
    public void close() {
        naps.shutdownNow();
        naps.close();
    }
}

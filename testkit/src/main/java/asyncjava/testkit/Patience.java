package asyncjava.testkit;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// How long a test waits for what other threads are about to do.
///
/// It is a net and no measurement, and only a test that is going to fail waits it out. On a busy machine
/// the limit is not enough to tell code that hangs from code that has not come to it yet, so that patience
/// ends only when all other threads are at rest as well; or else, since a thread may spin for ever, a while
/// later. It ends long before the limit when all are at rest for some looks and none of them has set itself
/// an alarm, nor waits for bytes: then nothing happens any more, however long one waits.
/// `-Dasyncjava.patience=PT5S` sets the limit.
///
/// @param longer how much longer it waits for threads that are at work
record Patience(Duration limit, Duration longer) {

    static final Patience DEFAULT = new Patience(Duration.parse(System.getProperty("asyncjava.patience", "PT10S")));

    private static final OtherThreads OTHERS = OtherThreads.watch();
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final int LOOKS_WITHOUT_ALARM = 5;

    Patience(Duration limit) {
        this(limit, Duration.ofSeconds(15));
    }

    /// Waits on a condition, whose lock the caller holds, until something has become true.
    ///
    /// @throws AssertionError when patience ends before; the message is made then
    void await(Condition changed, BooleanSupplier reached, Supplier<String> message) throws InterruptedException {
        Wait wait = begin();
        while (!reached.getAsBoolean()) {
            if (wait.isOver() && !reached.getAsBoolean()) {
                throw new AssertionError(message.get());
            }
            // Gives up the lock meanwhile, so that nobody rests only because we hold it.
            var _ = changed.awaitNanos(wait.nanosToNextLook());
        }
    }

    /// Looks again and again until something has become true.
    ///
    /// @return whether it has before patience ended
    boolean becomesTrue(BooleanSupplier condition) throws InterruptedException {
        Wait wait = begin();
        while (!condition.getAsBoolean()) {
            if (wait.isOver()) {
                return condition.getAsBoolean(); // the last alarm may have gone off since
            }
            Thread.sleep(1);
        }
        return true;
    }

    /// Begins to wait for what others do.
    Wait begin() {
        return new Wait(limit.toNanos(), limit.plus(longer).toNanos(), true);
    }

    /// Begins to wait while the one that waits does something itself: others at rest may have to go on
    /// because of that, so that it does not end before the limit.
    Wait beginToAct() {
        return new Wait(limit.toNanos(), limit.plus(longer).toNanos(), false);
    }

    /// It may have ended before the limit, see above.
    String inWords() {
        return "up to " + InWords.of(limit);
    }

    /// One wait, for whoever wants to wait in a way of their own.
    static final class Wait {

        private final long began = System.nanoTime();
        private final long limit;
        private final long atMost;
        private final Rest rest = new Rest(OTHERS, BETWEEN_LOOKS);
        private long lastLook = began;
        private int still;

        private final boolean mayEndEarly;

        private Wait(long limit, long atMost, boolean mayEndEarly) {
            this.limit = limit;
            this.atMost = atMost;
            this.mayEndEarly = mayEndEarly;
        }

        /// Whether patience has ended: all other threads are at rest, and the limit is over or no alarm is
        /// set.
        boolean isOver() {
            long now = System.nanoTime();
            if (now - lastLook < nanosToNextLook()) {
                return false;
            }
            lastLook = now;
            boolean atRest = rest.isReached();
            still = atRest && rest.isStill() ? still + 1 : 0;
            return now - began < limit
                    ? mayEndEarly && still > 0 && still % LOOKS_WITHOUT_ALARM == 0 && !OTHERS.mayGoOn()
                    : atRest || now - began >= atMost;
        }

        long nanosToNextLook() {
            return rest.untilNextLook().toNanos();
        }
    }
}

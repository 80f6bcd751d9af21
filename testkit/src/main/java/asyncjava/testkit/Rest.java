package asyncjava.testkit;

import java.time.Duration;
import java.util.Optional;

/// One wait for all other threads to come to rest, so that what has not happened then does not happen by
/// itself.
///
/// Where Linux tells, two looks suffice between which nobody has run: then there was a moment at which all
/// were asleep, and nobody had been told to go on. Threads that sleep for a moment again and again hardly
/// ever show that, so that it is enough as well to find all asleep many times in a row. Where only the JVM
/// tells, a thread that was told to go on looks at rest until it does, and is given longer to come to it.
final class Rest {

    private static final int LOOKS = 3;
    private static final int LOOKS_AT_WHO_NAPS = 10;
    private static final int TIMES_AS_LONG = 10;

    private final OtherThreads others;
    private final Duration betweenLooks;
    private Optional<LinuxThreads> last = Optional.empty();
    private int inARow;
    private boolean still;

    Rest(OtherThreads others, Duration betweenLooks) {
        this.others = others;
        this.betweenLooks = betweenLooks;
    }

    /// Looks once more.
    ///
    /// @return whether all are at rest
    boolean isReached() {
        Optional<LinuxThreads> now = others.onLinux();
        boolean atRest = now.map(others::areAtRest).orElseGet(others::areAtRest);
        inARow = atRest ? inARow + 1 : 0;
        boolean nobodyRan = inARow > 1 && now.isPresent() && now.equals(last);
        still = inARow > 1 && now.isPresent() && now.map(others::newOnes).equals(last.map(others::newOnes));
        last = now;
        return nobodyRan || inARow >= (now.isPresent() ? LOOKS_AT_WHO_NAPS : LOOKS);
    }

    /// Whether nobody has run since the look before the last. Where only the JVM tells, it is the same as
    /// being at rest.
    boolean isStill() {
        return last.isPresent() ? still : inARow >= LOOKS;
    }

    /// How long to wait for the next look.
    Duration untilNextLook() {
        return last.isPresent() || inARow == 0 ? betweenLooks : betweenLooks.multipliedBy(TIMES_AS_LONG);
    }

    /// To be called between two looks.
    void pause() throws InterruptedException {
        Thread.sleep(untilNextLook());
    }

    /// Somebody has just been given something to do: what was seen before does not count.
    void disturb() {
        inARow = 0;
    }
}

package asyncjava.testkit;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

/// Moves a [VirtualTime] on threads apart from the test's, for code under test of which nobody knows
/// whether it blocks the thread that moves the time.
///
/// Code under test may also begin to wait for the time on threads of its own, late and for no time at
/// all: so whoever waits here for something to happen runs what is due meanwhile.
public final class VirtualTimeMover {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);

    private final VirtualTime time;
    private final String whenItHangs;
    private final Patience patience;
    private final OtherThreads others = OtherThreads.watch();

    VirtualTimeMover(VirtualTime time, String whenItHangs, Patience patience) {
        this.time = time;
        this.whenItHangs = whenItHangs;
        this.patience = patience;
    }

    /// To be made before the code under test starts any thread.
    ///
    /// @param whenItHangs what to say when the thread that moves the time is blocked
    public static VirtualTimeMover of(VirtualTime time, String whenItHangs) {
        return new VirtualTimeMover(time, whenItHangs, Patience.DEFAULT);
    }

    /// Lets this much time pass, and runs what is due by then.
    ///
    /// @throws AssertionError when that has not ended within 10 seconds
    public void advance(Duration by) throws InterruptedException {
        FutureTask<Void> step = new FutureTask<>(() -> time.advance(by), null);
        Thread thread = Thread.ofPlatform().name("timer").start(step);
        try {
            if (!patience.becomesTrue(step::isDone)) {
                throw new AssertionError(whenItHangs);
            }
            step.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("moving the time failed", e.getCause());
        } finally {
            if (!step.isDone()) {
                thread.interrupt();
            }
        }
    }

    /// Runs what is due now, again and again, until something has become true.
    ///
    /// @return whether it has within 10 seconds
    /// @throws AssertionError when what is due has not ended within 10 seconds
    public boolean becomesTrue(BooleanSupplier condition) throws InterruptedException {
        return until(() -> {
            boolean reached = condition.getAsBoolean();
            if (!reached) {
                runDue();
                Thread.sleep(1);
            }
            return reached;
        });
    }

    /// Runs what is due now until nothing is any more and all other threads have done what there was to
    /// do: they wait, or have ended. What has not happened then will not happen before time goes on.
    ///
    /// Where threads never come to rest it gives up after 10 seconds.
    ///
    /// @throws AssertionError when what is due has not ended within 10 seconds
    public void settle() throws InterruptedException {
        Rest rest = new Rest(others, BETWEEN_LOOKS);
        until(() -> {
            if (runDue()) {
                rest.disturb();
            }
            boolean reached = rest.isReached();
            if (!reached) {
                rest.pause();
            }
            return reached;
        });
    }

    /// @return whether anything was due
    private boolean runDue() throws InterruptedException {
        boolean due = time.isSomethingDue();
        if (due) {
            advance(Duration.ZERO);
        }
        return due;
    }

    private boolean until(Step step) throws InterruptedException {
        Patience.Wait wait = patience.beginToAct();
        boolean reached = step.reached();
        while (!reached && !wait.isOver()) {
            reached = step.reached();
        }
        return reached;
    }

    private interface Step {
        boolean reached() throws InterruptedException;
    }
}

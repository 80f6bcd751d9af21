package asyncjava.queue;

import java.util.concurrent.atomic.AtomicLong;

/// Decides between a step that ends and its deadline that passes: exactly one of them happened. Somebody
/// has to look at it now and then.
final class StepClock {

    private static final long NOT_RUNNING = Long.MAX_VALUE;
    private static final long OVERDUE = Long.MIN_VALUE;

    /// When the step is overdue, in nanoseconds since this clock was made; or one of the two above.
    private final AtomicLong deadline = new AtomicLong(NOT_RUNNING);

    private final long began = System.nanoTime();

    /// A step begins, and may take so long.
    void begin(long nanos) {
        deadline.set(elapsed() + nanos);
    }

    /// The step has ended.
    ///
    /// @return whether it still counts
    boolean end() {
        return deadline.getAndSet(NOT_RUNNING) != OVERDUE;
    }

    /// Looks whether the deadline has passed while the step was running.
    ///
    /// @return whether it is this look that has found it; then the step no longer counts
    boolean expire() {
        long due = deadline.get();
        return due != OVERDUE && due <= elapsed() && deadline.compareAndSet(due, OVERDUE);
    }

    private long elapsed() {
        return System.nanoTime() - began;
    }
}

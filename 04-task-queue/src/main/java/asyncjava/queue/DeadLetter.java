package asyncjava.queue;

import asyncjava.common.cli.Durations;
import java.time.Duration;

/// An order that could not be processed, at which step, and why.
record DeadLetter(Order order, Step step, String reason) {

    /// All attempts have failed, the last one so.
    static DeadLetter failed(Order order, Step step, Throwable failure) {
        return new DeadLetter(order, step, reason(failure));
    }

    /// What it says, if that can be asked: the handler's exceptions need not be trusted either.
    private static String reason(Throwable failure) {
        try {
            return failure.getMessage() == null ? failure.toString() : failure.getMessage();
        } catch (RuntimeException | Error worse) {
            return failure.getClass().getName();
        }
    }

    /// The attempt was not over in time. It may be yet, so that it is not repeated: nobody is to be charged
    /// twice.
    static DeadLetter overdue(Order order, Step step, Duration deadline) {
        return new DeadLetter(order, step, "not over within " + Durations.format(deadline));
    }
}

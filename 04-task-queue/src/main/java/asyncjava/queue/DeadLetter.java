package asyncjava.queue;

import asyncjava.common.cli.Durations;
import java.time.Duration;

/// An order that could not be processed, at which step, and why.
record DeadLetter(Order order, Step step, String reason) {

    /// All attempts have failed, the last one so.
    static DeadLetter failed(Order order, Step step, Throwable failure) {
        return new DeadLetter(order, step, failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }

    /// The attempt was not over in time. It may be yet, so that it is not repeated: nobody is to be charged
    /// twice.
    static DeadLetter overdue(Order order, Step step, Duration deadline) {
        return new DeadLetter(order, step, "not over within " + Durations.format(deadline));
    }
}

package asyncjava.requests;

import java.time.Duration;

/// What became of one request, as a value, so that one failure does not hide the other answers.
sealed interface Result {

    /// From the request's beginning to the last byte, or to the failure.
    Duration time();

    /// How much of the body came.
    long bytes();

    /// The server answered, and the body came whole. What it thinks of the request, the status says.
    record Answered(int status, long bytes, Duration time) implements Result {}

    /// There is no answer, or not all of it.
    ///
    /// @param reason in words for a person
    record Failed(String reason, Throwable cause, long bytes, Duration time) implements Result {}

    /// Whether there is what was asked for: an answer with a status from 200 to 299.
    default boolean isOk() {
        return this instanceof Answered answered && answered.status() >= 200 && answered.status() < 300;
    }
}

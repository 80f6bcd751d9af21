package asyncjava.taskrunner.exercise.outcomes;

import java.util.Objects;

/// What became of a call.
public sealed interface Outcome {

    /// The call has answered.
    record Answer(String answer) implements Outcome {

        public Answer {
            Objects.requireNonNull(answer, "an answer must not be null");
        }
    }

    /// The call has failed.
    ///
    /// @param cause the very exception that the call threw
    record Failure(Throwable cause) implements Outcome {

        public Failure {
            Objects.requireNonNull(cause, "the cause of a failure must not be null");
        }
    }
}

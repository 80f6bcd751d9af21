package asyncjava.testkit.schedule;

import java.util.Optional;

/// What was wrong with a run.
record Failure(String what, Optional<Throwable> cause) {

    static Failure of(String what) {
        return new Failure(what, Optional.empty());
    }

    static Failure of(Throwable cause) {
        String message = cause instanceof AssertionError && cause.getMessage() != null
                ? cause.getMessage()
                : "it failed: " + cause;
        return new Failure(message, Optional.of(cause));
    }
}

package asyncjava.requests.exercise.ascompleted;

import java.net.URI;
import java.util.Objects;

/// What became of a request.
public sealed interface Result {

    /// What was asked for.
    URI uri();

    /// The site has answered, whatever the status.
    record Answered(URI uri, int status, String body) implements Result {

        public Answered {
            Objects.requireNonNull(uri, "the URI of an answer must not be null");
            Objects.requireNonNull(body, "the body of an answer must not be null; it may be empty");
        }
    }

    /// There is no answer.
    ///
    /// @param cause the very exception that the client threw
    record Failed(URI uri, Throwable cause) implements Result {

        public Failed {
            Objects.requireNonNull(uri, "the URI of a failure must not be null");
            Objects.requireNonNull(cause, "the cause of a failure must not be null");
        }
    }
}

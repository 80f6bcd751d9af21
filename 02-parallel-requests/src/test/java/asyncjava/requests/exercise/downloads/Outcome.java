package asyncjava.requests.exercise.downloads;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

/// What became of a download.
public sealed interface Outcome {

    URI uri();

    /// The file is there, whole.
    record Saved(URI uri, Path file, long bytes) implements Outcome {}

    /// The file is not there, or is what it was before.
    record Failed(URI uri, Throwable cause) implements Outcome {

        public Failed {
            Objects.requireNonNull(cause, "the cause of a failure must not be null");
        }
    }
}

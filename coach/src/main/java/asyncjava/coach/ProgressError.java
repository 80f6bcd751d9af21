package asyncjava.coach;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// What a learner has done cannot be read or kept. The file is as it was. The message is one line.
final class ProgressError extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    ProgressError(String message, @Nullable Exception cause) {
        super(message, cause);
    }

    /// @param what what cannot be done
    static ProgressError because(String what, IOException cause) {
        return new ProgressError(
                "%s (%s: %s)".formatted(what, cause.getClass().getSimpleName(), cause.getMessage()), cause);
    }
}

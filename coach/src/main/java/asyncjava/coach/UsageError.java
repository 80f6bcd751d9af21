package asyncjava.coach;

import java.io.Serial;

/// A command line that makes no sense. The message is one line that says what was got and what is accepted.
final class UsageError extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    UsageError(String message) {
        super(message);
    }
}

package asyncjava.requests;

import java.io.IOException;
import java.io.Serial;

/// A body that came, or could have come, but cannot be kept: the disk is full, its sum is not the one that was
/// promised. The message is for a person.
final class UnusableBody extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnusableBody(String message) {
        super(message);
    }

    UnusableBody(String message, Throwable cause) {
        super(message, cause);
    }
}

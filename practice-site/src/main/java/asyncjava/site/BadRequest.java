package asyncjava.site;

import java.io.Serial;

/// A path that is known, asked for in a way that it does not take; answered with 400 and the message.
final class BadRequest extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
        super(message, null, false, false);
    }
}

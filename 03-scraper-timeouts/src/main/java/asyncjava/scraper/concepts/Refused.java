package asyncjava.scraper.concepts;

import java.io.IOException;
import java.time.Duration;

/// The server has answered, and the answer is a status that is no page.
final class Refused extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final Duration retryAfter;

    /// @param retryAfter how long the server asks to be left alone, zero when it does not say
    Refused(int status, Duration retryAfter) {
        super("status " + status);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}

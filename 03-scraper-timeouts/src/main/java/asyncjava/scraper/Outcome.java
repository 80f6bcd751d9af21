package asyncjava.scraper;

import java.time.Duration;
import java.util.Optional;

/// What becomes of a page.
sealed interface Outcome {

    /// All went well.
    record Scraped(Page page) implements Outcome {}

    /// The server answered, with a status that is no success.
    ///
    /// @param retryAfter when it wants to be asked again, counted from the answer; empty where it does not
    /// say
    record Refused(int status, Optional<Duration> retryAfter) implements Outcome {}

    /// A clock ran out.
    ///
    /// @param limit what it was set to
    record TimedOut(Clock clock, Duration limit) implements Outcome {}

    /// There was no answer, or one that is of no use.
    record Failed(Exception cause) implements Outcome {}

    /// It was not begun, or broken off, because somebody stopped all of it.
    record Cancelled() implements Outcome {}

    /// The clocks there are. The first two are each for a wait of its own; the last three all begin with
    /// the request.
    enum Clock {
        /// For one of the requests that a host may have at once.
        PERMIT("waiting for a permit"),
        /// For the next moment at which the host may be asked.
        RATE("waiting for the rate"),
        /// Until there is a connection.
        CONNECT("connecting"),
        /// The whole request's, when not even the headers had come.
        FIRST_BYTE("waiting for the first byte"),
        /// The whole request's, in the middle of the answer.
        WHOLE("reading the answer");

        private final String doing;

        Clock(String doing) {
            this.doing = doing;
        }

        /// What was waited for, in words.
        String doing() {
            return doing;
        }
    }
}

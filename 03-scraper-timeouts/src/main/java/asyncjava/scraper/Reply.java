package asyncjava.scraper;

import java.net.URI;
import java.time.Duration;

/// What comes of one request.
sealed interface Reply {

    /// How long the request has taken, without the waits before it.
    Duration took();

    /// The server answered.
    ///
    /// @param location where a redirect leads, as the header says it; empty where there is none
    /// @param retryAfter as the header says it; empty where there is none
    @SuppressWarnings("ArrayRecordComponent") // nobody compares answers
    record Answer(
            URI uri, int status, String contentType, String location, String retryAfter, byte[] body, Duration took)
            implements Reply {}

    /// There was no answer; this is what becomes of the page.
    record None(Outcome outcome, Duration took) implements Reply {}
}

package asyncjava.scraper;

import java.net.URI;
import java.time.Duration;

/// What became of a page in the end.
///
/// @param attempts how often it was tried
/// @param time from the first wait to the end, all attempts and the pauses between them
record Result(URI uri, Outcome outcome, int attempts, Duration time) {

    /// What there is to count.
    Result withoutFindings() {
        return outcome instanceof Outcome.Scraped(Page page)
                ? new Result(uri, new Outcome.Scraped(page.withoutFindings()), attempts, time)
                : this;
    }

    boolean isScraped() {
        return outcome instanceof Outcome.Scraped;
    }
}

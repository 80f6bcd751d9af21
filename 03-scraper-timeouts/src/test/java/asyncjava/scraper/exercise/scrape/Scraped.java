package asyncjava.scraper.exercise.scrape;

import java.net.URI;
import java.util.List;

/// What became of one page.
public sealed interface Scraped {

    /// The address that was asked for.
    URI uri();

    /// @param title what its `<title>` says, "" where it has none
    /// @param links where its links lead, absolute, in the order of the page
    record Page(URI uri, String title, List<String> links) implements Scraped {}

    /// @param reason why there is no page, for a person to read
    record Failed(URI uri, String reason) implements Scraped {}
}

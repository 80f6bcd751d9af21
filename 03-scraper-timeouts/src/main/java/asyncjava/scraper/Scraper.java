package asyncjava.scraper;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/// Scrapes many pages, politely: to each host no more requests at once, and none oftener, than its limits
/// say.
///
/// Every page comes to an [Outcome], and one that fails spoils no other. A request ends by its deadline,
/// whatever the server does; the waits for a permit and for the rate before it have clocks of their own.
///
/// Closing it closes every connection, and waits for that.
interface Scraper extends AutoCloseable {

    /// Scrapes all of them; each result is handed on the moment it is there, one at a time.
    ///
    /// @param ended is called on threads of the scraper's, and must not wait for long
    /// @throws InterruptedException when the calling thread is interrupted; what is under way is broken off
    /// before, and comes to no result
    void scrapeAll(List<URI> pages, Consumer<Result> ended) throws InterruptedException;

    @Override
    void close();
}

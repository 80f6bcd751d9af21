package asyncjava.scraper.exercise.deadline;

import java.net.URI;
import java.time.Duration;

/// Exercise 3.1, a deadline that covers the body, and leaves no connection open.
///
/// Ask for a page, and wait for the whole of it no longer than a limit. A site may take the request and
/// stay mute, stop in the middle of the body, or send a byte now and then for ever: in each case you give
/// up when the limit is over, and the site sees that you have gone.
///
/// - `fetch` returns the page when its last byte has come. Whatever the status, it is a page: 404 as much as
/// 200. A body is text in UTF-8.
/// - The limit counts from the call of `fetch`. When it is over and the page is not whole, throw an exception
/// whose class is called something with `TimeoutException` at its end, such as
/// `java.net.http.HttpTimeoutException`, or an exception that has such a one among its causes.
/// - When the connection breaks within the limit, that is no timeout. Throw an `IOException`, or an exception
/// that has one among its causes, and none that speaks of a timeout.
/// - When your thread is interrupted while it waits, throw as well, whatever you like but a timeout.
/// - Soon after you throw, the connection of that request is closed.
/// - A `Fetcher` is used by many threads at once, and for many calls. What becomes of one call harms neither
/// those that are under way nor those that come later. When a call has returned, its limit is over and done
/// with.
/// - `close()` comes when no call is under way. Soon after it, no connection is open and no thread of yours is
/// left. Reactor Netty's own pool of connections, which `HttpClient.create()` uses, stays open: do without
/// a pool, with `HttpClient.newConnection()`, or bring a `ConnectionProvider` of your own.
///
/// Any style will do: `java.net.http` with `sendAsync`, with virtual threads or in a structured scope,
/// Reactor Netty, plain threads.
public final class Fetcher implements AutoCloseable {

    /// The answer to a request.
    public record Page(int status, String body) {}

    public Fetcher() {}

    public Page fetch(URI uri, Duration limit) throws Exception {
        throw new UnsupportedOperationException("exercise 3.1 is not done yet");
    }

    @Override
    public void close() {}
}

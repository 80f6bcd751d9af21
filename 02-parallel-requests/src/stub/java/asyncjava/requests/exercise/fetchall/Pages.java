package asyncjava.requests.exercise.fetchall;

import java.net.URI;
import java.util.List;

/// Exercise 2.1, fetch them all with one client.
///
/// Ask for all the URIs at once, and return the pages in the order of the list. A `Pages` is asked many
/// times, one call after another. It has one client for all of them, and a connection that is free again is
/// used again.
///
/// - All the requests are under way together, be there three or forty. There may also be none.
/// - Send one request for each URI of the list, also where the same URI stands in it twice.
/// - Whatever the status, it is an answer, and makes a page: 404 and 503 as much as 200. A 204 has no body,
///   which makes an empty one. Redirects are not followed.
/// - A body is text in UTF-8.
/// - When a connection breaks or cannot be had, there is no answer. Throw at once, however long the other
///   requests would still take: an `IOException`, or an exception that has one among its causes.
/// - When your own thread is interrupted while you wait, throw as well.
/// - Soon after you throw, no request is under way any more: cancel them, so that the site sees their
///   connections close. The next call works as if nothing had been.
/// - `close()` comes when no call is under way. Soon after it, no connection is open and no thread of yours
///   is left. Reactor Netty's own pool of connections, which `HttpClient.create()` uses, stays open: bring
///   a `ConnectionProvider` of your own. Its event loops are shared, and not yours.
///
/// Any style will do: `java.net.http` with virtual threads, with `sendAsync` or in a structured scope,
/// Reactor Netty, plain threads.
public final class Pages implements AutoCloseable {

    /// The answer to one request.
    public record Page(URI uri, int status, String body) {}

    public Pages() {}

    public List<Page> fetchAll(List<URI> uris) throws Exception {
        throw new UnsupportedOperationException("exercise 2.1 is not done yet");
    }

    @Override
    public void close() {}
}

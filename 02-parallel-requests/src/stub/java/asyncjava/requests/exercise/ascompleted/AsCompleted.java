package asyncjava.requests.exercise.ascompleted;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/// Exercise 2.2, as they complete.
///
/// Ask for all the URIs at once, as in exercise 2.1. Here nobody wants to wait for the slowest: hand each
/// result to `each` the moment it is there, the fast ones while the slow ones are still under way. Return
/// when all have been handed on.
///
///     sealed interface Result {
///         URI uri();
///         record Answered(URI uri, int status, String body) implements Result {}
///         record Failed(URI uri, Throwable cause) implements Result {}
///     }
///
/// (It stands in `Result.java` beside the test, in the same package, so that there is nothing to import.)
///
/// - All the requests are under way together, be there three or forty. There may also be none. Send one
///   request for each URI of the list, also where the same URI stands in it twice.
/// - Whatever the status, it is an answer. A 204 has no body, which makes an empty one. Redirects are not
///   followed.
/// - When a connection breaks or cannot be had, the result is a `Failed`. Its cause is the very
///   `IOException` that the client threw, not one that a library wrapped around it. It is handed on as soon
///   as it is there, like an answer, and costs no other request its result.
/// - Hand on each result once. Never call `each` while another call of it is under way; on which thread you
///   call it is up to you. Return when the last call of `each` has returned.
/// - When `each` throws, do not call it again. Throw what it threw, or an exception that has it among its
///   causes.
/// - When your own thread is interrupted while you wait, throw as well, and hand on nothing more, not even
///   what has arrived by then.
/// - Soon after you return or throw, no request is under way, no connection is open and no thread of yours
///   is left: cancel what is not needed any more, and close your client. Reactor Netty's own pool of
///   connections, which `HttpClient.create()` uses, stays open: bring a `ConnectionProvider` of your own.
///   Its event loops are shared, and not yours.
///
/// Any style will do: `java.net.http` with virtual threads, with `sendAsync` or in a structured scope,
/// Reactor Netty, plain threads.
public final class AsCompleted {

    private AsCompleted() {}

    public static void fetchEach(List<URI> uris, Consumer<Result> each) throws Exception {
        throw new UnsupportedOperationException("exercise 2.2 is not done yet");
    }
}

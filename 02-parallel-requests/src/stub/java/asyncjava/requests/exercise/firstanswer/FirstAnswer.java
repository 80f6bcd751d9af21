package asyncjava.requests.exercise.firstanswer;

import java.net.URI;
import java.util.List;

/// Exercise 2.3, first answer wins.
///
/// The same text lies on several mirrors, and nobody knows which of them is fast today. Ask all of them at
/// once, return the first answer, and cancel the other requests.
///
/// - All the requests are under way together, be there three mirrors or forty.
/// - An answer has a status from 200 to 299 and a body, which is there to its last byte. The body, text in
///   UTF-8, is what you return. It may be empty, as that of a 204 is.
/// - Any other status is no answer, and neither is a connection that cannot be had, or that breaks, be it
///   before the first byte or in the middle of the body. Then it is for the other mirrors to answer.
/// - Return as soon as there is an answer, whichever mirror it comes from, and however long the others
///   would take.
/// - Where no mirror answers, throw an exception that carries the failure of every mirror: each is found by
///   following the causes and the suppressed exceptions. What the client threw is a failure as it is. For a
///   status, make an exception whose message says which.
/// - Where there is no mirror, throw an `IllegalArgumentException`.
/// - When your own thread is interrupted while you wait, throw as well.
/// - Soon after you return or throw, no request is under way, no connection is open and no thread of yours
///   is left: cancel what is not needed any more, and close your client. Reactor Netty's own pool of
///   connections, which `HttpClient.create()` uses, stays open: bring a `ConnectionProvider` of your own.
///   Its event loops are shared, and not yours.
///
/// Any style will do: `java.net.http` with virtual threads, with `sendAsync` or in a structured scope,
/// Reactor Netty, plain threads.
public final class FirstAnswer {

    private FirstAnswer() {}

    public static String firstOf(List<URI> mirrors) throws Exception {
        throw new UnsupportedOperationException("exercise 2.3 is not done yet");
    }
}

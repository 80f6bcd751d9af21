package asyncjava.requests;

import java.util.List;

/// Fetches many URLs, with one client for all of them.
///
/// At most so many requests are under way at once as the fetcher was made for. Each has a time limit of its own, which
/// begins when the request does, not when it begins to wait for its turn, and covers all of the answer's body.
///
/// Closing it closes every connection, idle or not, and waits for that.
interface Fetcher extends AutoCloseable {

    /// Fetches all of them and returns what became of each, in the order given. One that fails spoils no other.
    ///
    /// @throws InterruptedException when the calling thread is interrupted; what is under way is broken off before
    List<Result> fetchAll(List<Request> requests) throws InterruptedException;

    @Override
    void close();
}

package asyncjava.requests.exercise.items;

import java.net.URI;
import java.util.Iterator;

/// Exercise 2.5, a paged API as a lazy stream.
///
/// A shop hands out its items in pages. Give them to your caller one by one, as if there were no pages, and fetch no
/// page before it is needed. `GET first` answers with the first page, as JSON:
///
///     {"items": [{"id": 1, "name": "teapot no. 1", "price": 100}, ...], "next": "YWZ0ZXI6MTA"}
///
/// `next` is the cursor of the page after it: `GET first?cursor=YWZ0ZXI6MTA`. On the last page it is `null`. Jackson
/// is on the class path: `new ObjectMapper().readValue(text, Page.class)`, with a record `Page` of yours.
///
///     record Item(int id, String name, int price) {}
///
/// (It stands in `Item.java` beside the test, in the same package, so that there is nothing to import.)
///
/// - `of` fetches nothing. The first call of `hasNext()` or `next()` fetches the first page, and no other.
/// - A page is fetched only when an item beyond the last of the page before it is asked for, by `hasNext()` or by
///   `next()`. Taking the last item of a page does not ask for the one beyond it. Mind what looks ahead for you.
/// - `hasNext()` may be called any number of times, also none, before `next()`. Fetch each page once, also one that
///   fails. Beyond the end `next()` throws a `NoSuchElementException`.
/// - A cursor is any text: encode it, as a part of a query has to be. `first` has no query of its own.
/// - A page may have no item and still a `next`. Only a `next` that is `null` is the end.
/// - A status other than 200, or a connection that breaks, is not the end: throw an unchecked exception, an
///   `UncheckedIOException` or an `IllegalStateException`. Its message, or that of one of its causes, says the status.
/// - Where your thread is interrupted while it waits for a page, throw an unchecked exception too, with the thread's
///   interrupt flag set again, and give the request up.
/// - `close()` may be called at any time, also before the end. Soon after it, no connection and no thread of yours is
///   left. Reactor's shared schedulers and event loops are not yours; a connection is.
/// - Only one thread at a time uses an `Items`, but there may be several of them.
///
/// Any style will do: `java.net.http`, `CompletableFuture`, a `Stream`, Reactor Netty, a thread that generates.
public final class Items implements Iterator<Item>, AutoCloseable {

    private Items() {}

    public static Items of(URI first) {
        throw new UnsupportedOperationException("exercise 2.5 is not done yet");
    }

    @Override
    public boolean hasNext() {
        throw new UnsupportedOperationException("exercise 2.5 is not done yet");
    }

    @Override
    public Item next() {
        throw new UnsupportedOperationException("exercise 2.5 is not done yet");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("exercise 2.5 is not done yet");
    }
}

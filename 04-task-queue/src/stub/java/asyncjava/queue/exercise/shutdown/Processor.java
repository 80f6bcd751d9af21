package asyncjava.queue.exercise.shutdown;

import java.util.List;

/// Exercise 4.3, shut down: drain or abort, nothing lost, nothing twice.
///
/// A `Processor` hands each item that it accepts, such as an order, to its handler, on one of its workers. It
/// ends in one of two ways: `drain` finishes all that was accepted, `abort` stops what is under way and gives
/// back what has not begun. Any thread may call any of the three methods at any moment.
///
/// - `submit` returns at once: `true` when the item is accepted. From the moment at which `drain` or `abort` is
/// called it refuses and returns `false`, and not before. How many items may wait is not limited.
/// - Each item that was accepted is handed to the handler, or given back by `abort`: one of the two, and once.
/// That holds also where `submit` is called at the same moment as `drain` or `abort`. A refused item is
/// neither.
/// - Items begin in the order in which they were accepted. As many handlers are under way at once as there are
/// workers, where there are enough items; never more.
/// - A handler that throws, whatever it throws, is done with its item. The others go on, with as many workers.
/// - `drain` returns when the handlers are done with all that was accepted. It interrupts none.
/// - `abort` interrupts the handlers that are under way, waits until they have returned or thrown, however long
/// that takes, and returns the items that have not begun, in the order in which they were accepted.
/// - While one thread drains, another may abort. Then the one that drains returns too, once the handlers under
/// way have ended. Later calls of `drain` return at once, and of `abort` too, with nothing.
/// - When `drain` or `abort` has returned, no thread of yours is left.
///
/// What becomes of it when the thread that drains or aborts is interrupted is not judged. The interface
/// `Handler` stands beside the test, in the same package: `void handle(T item) throws Exception`.
///
/// Any style will do: virtual threads, an executor, `CompletableFuture`, Reactor, plain threads.
public final class Processor<T> {

    public Processor(int workers, Handler<T> handler) {}

    public boolean submit(T item) {
        throw new UnsupportedOperationException("exercise 4.3 is not done yet");
    }

    public void drain() throws InterruptedException {
        throw new UnsupportedOperationException("exercise 4.3 is not done yet");
    }

    public List<T> abort() throws InterruptedException {
        throw new UnsupportedOperationException("exercise 4.3 is not done yet");
    }
}

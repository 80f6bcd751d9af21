package asyncjava.queue.exercise.shutdown;

import java.util.List;

/// Exercise 4.3, shut down: drain or abort, nothing lost, nothing twice.
///
/// A `Processor` hands each item that it accepts, such as an order, to its handler, on one of its workers.
/// It ends in one of two ways: `drain` finishes all that was accepted, `abort` stops what is under way and
/// gives back what has not begun. Any thread may call any of the three methods at any moment.
///
/// - `submit` returns at once: `true` when the item is accepted. From the moment at which `drain` or `abort` is
/// called it refuses and returns `false`, and not before. How many items may wait is not limited.
/// - Each item that was accepted is handed to the handler, or given back by `abort`: one of the two, and once.
/// That holds also where `submit` is called at the same moment as `drain` or `abort`. A refused item is
/// neither.
/// - Items are handed out in the order in which they were accepted: a worker that is free gets the one that has
/// waited longest. Of two workers with an item each, either may be the first to call the handler.
/// - As many handlers are under way at once as there are workers, where there are enough items; never more.
/// - A handler that throws, whatever it throws, is done with its item: a `StackOverflowError` too, or an
/// `InterruptedException` though nobody has aborted. The others go on, with as many workers.
/// - `drain` returns when the handlers are done with all that was accepted, however long that takes. It
/// interrupts none.
/// - `abort` interrupts the handlers that are under way, waits until they have returned or thrown, however long
/// that takes, and returns the items that have not begun, in the order in which they were accepted.
/// - An item whose handler was interrupted has begun, and is not given back. Sample 36 and the program do give
/// it back, as their handlers tell them that it is not done. Here nobody knows how far a handler came: it
/// may have taken the customer's money, and whoever was given the order back would take it again.
/// - While one thread drains, another may abort. Then the one that drains returns too, once the handlers under
/// way have ended. Where several abort, an item is given back to one of them. What is called after the end
/// returns at once, `abort` with nothing.
/// - When `drain` or `abort` has returned, no thread of yours is left, nor a task of yours on somebody else's
/// threads, such as Reactor's.
///
/// Not judged is what becomes of it when the thread that drains or aborts is interrupted, and when a
/// handler leaves its thread interrupted. The interface `Handler` stands beside the test, in the same
/// package: `void handle(T item) throws Exception`.
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

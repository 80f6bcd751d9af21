package asyncjava.queue.exercise.stock;

/// Exercise 4.4, coordination: a lock, an event and a condition.
///
/// Goods are delivered to the store room of a warehouse, and moved from there to its shelf. Customers
/// take them from the shelf, and wait until the warehouse is open and all that they want is there. At
/// first it is empty, and closed.
///
/// - `deliver` adds so many pieces to the store room. `restock` moves so many from there to the shelf,
///   or as many as there are, and returns how many it has moved. Both do so while it is closed, too.
/// - `stock` returns a `record Stock(int store, int shelf)`, which stands beside the tests: how many
///   are where. At every moment each piece is in one place: one that is being moved is never seen in
///   neither, nor in both.
/// - `take` waits until the warehouse is open and, at the same moment, as many pieces are on the shelf
///   as it wants. Then it takes all of them in one step. As long as it waits it has taken none.
/// - `open` lets those go on who can, and `close` makes them wait again: those who come, and those who
///   have come before and wait for goods. When `close` has returned, nothing is taken until the next
///   `open`. To open what is open changes nothing, and neither does to close what is closed.
/// - Whoever can go on goes on, though others came first, or were told first, who want more than is
///   there. Among those who can, the order is up to you.
/// - A thread that is interrupted while it waits throws an `InterruptedException`, or an exception that
///   has one among its causes, and has taken nothing, then or later. Where the goods come at that very
///   moment, it may instead take them and return.
/// - All but `take` return without waiting for goods, for customers or for the next `open`.
/// - Any number of threads may call at once. While no call is under way, no thread of yours is left,
///   not even a daemon.
///
/// Any style will do: a lock and a condition, a monitor, atomics, an actor, `CompletableFuture`,
/// Reactor.
public final class Warehouse {

    public void deliver(int pieces) {
        throw new UnsupportedOperationException("exercise 4.4 is not done yet");
    }

    public int restock(int pieces) {
        throw new UnsupportedOperationException("exercise 4.4 is not done yet");
    }

    public Stock stock() {
        throw new UnsupportedOperationException("exercise 4.4 is not done yet");
    }

    public void take(int pieces) throws InterruptedException {
        throw new UnsupportedOperationException("exercise 4.4 is not done yet");
    }

    public void open() {
        throw new UnsupportedOperationException("exercise 4.4 is not done yet");
    }

    public void close() {
        throw new UnsupportedOperationException("exercise 4.4 is not done yet");
    }
}

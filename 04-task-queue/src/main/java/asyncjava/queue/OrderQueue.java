package asyncjava.queue;

import java.time.Duration;

/// Orders that wait, and workers that process them: the contract that each style meets.
///
/// Orders of one customer are processed in the order in which they came, those of different customers at
/// once, as many as there are workers. Of every order that was accepted the [Listener] hears once, whatever
/// happens.
interface OrderQueue extends AutoCloseable {

    /// As long as it takes.
    Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

    /// Brings an order. Where the queue is full, it waits, is refused, or drops the oldest, as [WhenFull]
    /// says.
    ///
    /// @throws InterruptedException while it waited; the order is not accepted
    Submitted submit(Order order) throws InterruptedException;

    /// Waits until every order that was accepted so far has ended, in whichever way. A worker that dies
    /// does not hang it.
    ///
    /// @return whether they all had ended when the time was over
    boolean join(Duration atMost) throws InterruptedException;

    /// Accepts no more. What was accepted is processed.
    void drain();

    /// Accepts no more, begins nothing more, interrupts what is under way, and hands back all that is not
    /// done: the orders that were under way with the step that was not. Returns when the listener has heard
    /// of everything, which takes no longer than a step may.
    void abort() throws InterruptedException;

    /// What can be seen of it at the moment.
    Glance glance();

    /// Aborts it, if it is not empty, and ends its threads.
    @Override
    void close();
}

package asyncjava.queue;

import reactor.core.publisher.Mono;

/// Does a step, in two shapes: a call that blocks, and a description that does not.
///
/// It need not be trusted. Whatever it throws, and however long it takes, costs one order.
interface Handler {

    /// Does the order's next step.
    ///
    /// @param attempt from 1
    /// @throws Exception when it could not be done; it may be tried again
    void handle(Order order, Step step, int attempt) throws Exception;

    /// The same, without a thread that waits.
    Mono<Void> handleLater(Order order, Step step, int attempt);
}

package asyncjava.queue;

import reactor.core.publisher.Mono;

/// Does a step, in two shapes: a call that blocks, and a description that does not.
///
/// It need not be trusted: whatever it throws, and however long it waits, costs one order. What never
/// waits, such as an endless loop, costs a core as well.
interface Handler {

    /// Does the order's next step.
    ///
    /// @param attempt from 1
    /// @throws Exception when it could not be done; it may be tried again
    void handle(Order order, Step step, int attempt) throws Exception;

    /// The same, without a thread that waits. To call it must not block: its lane would, and so would an
    /// abort.
    Mono<Void> handleLater(Order order, Step step, int attempt);
}

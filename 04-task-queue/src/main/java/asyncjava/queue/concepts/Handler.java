package asyncjava.queue.concepts;

/// What becomes of an order.
@FunctionalInterface
interface Handler {

    /// Does it, and waits as long as that takes.
    ///
    /// @throws Exception when the order cannot be done
    void handle(String order) throws Exception;
}

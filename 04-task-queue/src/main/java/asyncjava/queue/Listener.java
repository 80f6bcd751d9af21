package asyncjava.queue;

/// Hears what became of every order that was accepted, once of each: on the thread where it happens, and
/// never two at once of one customer.
interface Listener {

    /// All its steps are done.
    void done(Order order);

    /// It is not tried again.
    void dead(DeadLetter letter);

    /// It was not processed, or not to its end: another may do that.
    void handedBack(Order order);
}

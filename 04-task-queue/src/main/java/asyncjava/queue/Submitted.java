package asyncjava.queue;

/// What a queue says of what it is brought.
enum Submitted {
    /// It will be heard of again.
    ACCEPTED,
    /// There was no room.
    REFUSED,
    /// The queue takes no more.
    CLOSED
}

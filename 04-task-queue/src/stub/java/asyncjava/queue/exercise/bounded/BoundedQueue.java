package asyncjava.queue.exercise.bounded;

/// Exercise 4.1, bounded queue: producers wait when it is full.
///
/// A `BoundedQueue` has room for a number of elements, at least one. `put` adds an element, and `take`
/// removes the one that has been in longest. Any number of threads may call them at the same moment.
///
/// - `put` waits as long as the queue is full, and `take` as long as it is empty. They wait for nothing else:
/// a `put` that finds room does not wait for a `take`.
/// - First in, first out. Who of several that wait is served first is up to you.
/// - Each element that was put is taken once. Elements are not null.
/// - `size` is how many elements are in, never more than there is room for. It waits for nobody.
/// - Whoever waits goes on as soon as it can: where there is room, no producer is left waiting, and where there
/// is an element, no taker. Until then it rests: no loop that looks again and again, not even with a sleep
/// in between, and no time limit, after which it would look once more, or give up.
/// - When the thread is interrupted while it waits, throw an `InterruptedException`, or an exception that has
/// one among its causes. The element of that `put` is not in the queue then, nor later; that `take` has
/// removed none; and the others go on as if it had never come. Whether an interrupt is heard where there is
/// nothing to wait for is up to you, but a call that throws has changed nothing.
/// - It has no thread of its own, which nobody could end, not even a daemon.
///
/// The JDK has such a queue, `ArrayBlockingQueue`. Build your own, to see what it does for you. Any style
/// will do: a lock and conditions, `synchronized`, semaphores, `CompletableFuture`, Reactor.
public final class BoundedQueue<E> {

    public BoundedQueue(int capacity) {}

    public void put(E element) throws InterruptedException {
        throw new UnsupportedOperationException("exercise 4.1 is not done yet");
    }

    public E take() throws InterruptedException {
        throw new UnsupportedOperationException("exercise 4.1 is not done yet");
    }

    public int size() {
        throw new UnsupportedOperationException("exercise 4.1 is not done yet");
    }
}

package asyncjava.queue;

import java.util.concurrent.atomic.AtomicBoolean;

/// A piece of work that somebody has taken. To close it says that the work has ended, in whichever way;
/// only then may the next of its kind be taken. In a try-with-resources block nobody can forget it, which
/// is what makes `join` safe.
final class Lease<T> implements AutoCloseable {

    private final T item;
    private final Object key;
    private final long waited;
    private final WorkQueue<T> queue;
    private final AtomicBoolean closed = new AtomicBoolean();

    Lease(T item, Object key, long waited, WorkQueue<T> queue) {
        this.item = item;
        this.key = key;
        this.waited = waited;
        this.queue = queue;
    }

    T item() {
        return item;
    }

    /// How long it was in the queue, in nanoseconds.
    long waited() {
        return waited;
    }

    /// Says so once, however often it is called.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            queue.ended(key);
        }
    }
}

package asyncjava.queue.exercise.shutdown;

/// What is done with an item.
@FunctionalInterface
public interface Handler<T> {

    /// Takes as long as it takes, and hears an interrupt.
    void handle(T item) throws Exception;
}

package asyncjava.queue.exercise.bounded;

import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

public final class BoundedQueue<E> {

    private final ArrayBlockingQueue<E> elements;

    public BoundedQueue(int capacity) {
        elements = new ArrayBlockingQueue<>(capacity);
    }

    public void put(E element) throws InterruptedException {
        if (!elements.offer(element, 1, TimeUnit.MINUTES)) throw new IllegalStateException("full");
    }

    public E take() throws InterruptedException {
        E first = elements.poll(1, TimeUnit.MINUTES);
        if (first == null) throw new NoSuchElementException("empty");
        return first;
    }

    public int size() {
        return elements.size();
    }
}

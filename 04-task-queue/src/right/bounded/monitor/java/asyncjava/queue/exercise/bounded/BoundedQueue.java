package asyncjava.queue.exercise.bounded;

import java.util.ArrayDeque;
import java.util.Queue;

public final class BoundedQueue<E> {

    private final int capacity;
    private final Queue<E> elements = new ArrayDeque<>();

    public BoundedQueue(int capacity) {
        this.capacity = capacity;
    }

    public synchronized void put(E element) throws InterruptedException {
        while (elements.size() == capacity) {
            wait();
        }
        elements.add(element);
        // All: with one, a producer might wake another producer, for whom there is nothing to do.
        notifyAll();
    }

    public synchronized E take() throws InterruptedException {
        while (elements.isEmpty()) {
            wait();
        }
        notifyAll();
        return elements.remove();
    }

    public synchronized int size() {
        return elements.size();
    }
}

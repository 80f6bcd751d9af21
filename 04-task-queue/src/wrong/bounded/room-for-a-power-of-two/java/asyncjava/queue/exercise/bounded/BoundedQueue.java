package asyncjava.queue.exercise.bounded;

import java.util.ArrayDeque;
import java.util.Queue;

public final class BoundedQueue<E> {

    private final Queue<E> elements = new ArrayDeque<>();
    private final int capacity;

    public BoundedQueue(int capacity) {
        this.capacity = Integer.highestOneBit(2 * capacity - 1);
    }

    public synchronized void put(E element) throws InterruptedException {
        while (elements.size() == capacity) wait();
        elements.add(element);
        notifyAll();
    }

    public synchronized E take() throws InterruptedException {
        while (elements.isEmpty()) wait();
        E first = elements.remove();
        notifyAll();
        return first;
    }

    public synchronized int size() {
        return elements.size();
    }
}

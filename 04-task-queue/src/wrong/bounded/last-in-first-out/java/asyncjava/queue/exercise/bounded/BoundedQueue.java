package asyncjava.queue.exercise.bounded;

import java.util.ArrayDeque;
import java.util.Deque;

public final class BoundedQueue<E> {

    private final int capacity;
    private final Deque<E> elements = new ArrayDeque<>();

    public BoundedQueue(int capacity) {
        this.capacity = capacity;
    }

    public synchronized void put(E element) throws InterruptedException {
        while (elements.size() == capacity) {
            wait();
        }
        elements.push(element);
        notifyAll();
    }

    public synchronized E take() throws InterruptedException {
        while (elements.isEmpty()) {
            wait();
        }
        notifyAll();
        return elements.pop();
    }

    public synchronized int size() {
        return elements.size();
    }
}

package asyncjava.queue.exercise.bounded;

import java.util.ArrayDeque;
import java.util.Queue;

public final class BoundedQueue<E> {

    private final Queue<E> elements = new ArrayDeque<>();
    private final int capacity;

    public BoundedQueue(int capacity) {
        this.capacity = capacity;
    }

    public void put(E element) throws InterruptedException {
        while (!offer(element)) Thread.sleep(1);
    }

    public E take() throws InterruptedException {
        E element;
        while ((element = poll()) == null) Thread.sleep(1);
        return element;
    }

    private synchronized boolean offer(E element) {
        return elements.size() < capacity && elements.add(element);
    }

    private synchronized E poll() {
        return elements.poll();
    }

    public synchronized int size() {
        return elements.size();
    }
}

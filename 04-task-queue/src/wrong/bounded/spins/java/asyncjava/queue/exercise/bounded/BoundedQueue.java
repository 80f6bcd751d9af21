package asyncjava.queue.exercise.bounded;

import java.util.ArrayDeque;
import java.util.Queue;

public final class BoundedQueue<E> {

    private final int capacity;
    private final Queue<E> elements = new ArrayDeque<>();

    public BoundedQueue(int capacity) {
        this.capacity = capacity;
    }

    public void put(E element) throws InterruptedException {
        while (!offer(element)) {
            pause();
        }
    }

    public E take() throws InterruptedException {
        while (true) {
            E element = poll();
            if (element != null) {
                return element;
            }
            pause();
        }
    }

    public synchronized int size() {
        return elements.size();
    }

    private synchronized boolean offer(E element) {
        return elements.size() < capacity && elements.add(element);
    }

    private synchronized E poll() {
        return elements.poll();
    }

    private static void pause() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Thread.onSpinWait();
    }
}

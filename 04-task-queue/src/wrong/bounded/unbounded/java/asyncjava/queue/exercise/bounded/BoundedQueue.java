package asyncjava.queue.exercise.bounded;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public final class BoundedQueue<E> {

    private final BlockingQueue<E> elements = new LinkedBlockingQueue<>();

    public BoundedQueue(int capacity) {}

    public void put(E element) throws InterruptedException {
        elements.put(element);
    }

    public E take() throws InterruptedException {
        return elements.take();
    }

    public int size() {
        return elements.size();
    }
}

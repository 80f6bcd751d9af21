package asyncjava.queue.exercise.bounded;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

public final class BoundedQueue<E> {

    private final Semaphore places;
    private final Semaphore filled = new Semaphore(0);
    private final Queue<E> elements = new ConcurrentLinkedQueue<>();

    public BoundedQueue(int capacity) {
        places = new Semaphore(capacity);
    }

    public void put(E element) throws InterruptedException {
        places.acquire();
        elements.add(element);
        filled.release();
    }

    public E take() throws InterruptedException {
        try {
            filled.acquire();
            return elements.remove();
        } finally {
            places.release();
        }
    }

    public int size() {
        return elements.size();
    }
}

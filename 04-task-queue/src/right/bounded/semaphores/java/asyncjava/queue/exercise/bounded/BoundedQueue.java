package asyncjava.queue.exercise.bounded;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/// One semaphore counts the free places, another the elements that are in.
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
        filled.acquire();
        E element = elements.remove();
        places.release();
        return element;
    }

    public int size() {
        return elements.size();
    }
}

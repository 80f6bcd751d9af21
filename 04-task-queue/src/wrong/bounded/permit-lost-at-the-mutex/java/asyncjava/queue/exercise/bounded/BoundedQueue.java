package asyncjava.queue.exercise.bounded;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Semaphore;

public final class BoundedQueue<E> {

    private final Semaphore places;
    private final Semaphore filled = new Semaphore(0);
    private final Semaphore mutex = new Semaphore(1);
    private final Queue<E> elements = new ArrayDeque<>();

    public BoundedQueue(int capacity) {
        places = new Semaphore(capacity);
    }

    public void put(E element) throws InterruptedException {
        places.acquire();
        mutex.acquire();
        elements.add(element);
        mutex.release();
        filled.release();
    }

    public E take() throws InterruptedException {
        filled.acquire();
        mutex.acquire();
        E element = elements.remove();
        mutex.release();
        places.release();
        return element;
    }

    public int size() {
        return elements.size();
    }
}

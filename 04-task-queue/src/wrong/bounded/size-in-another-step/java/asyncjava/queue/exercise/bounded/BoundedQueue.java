package asyncjava.queue.exercise.bounded;

import java.util.ArrayDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

public final class BoundedQueue<E> {

    private final ArrayDeque<E> elements = new ArrayDeque<>();
    private final AtomicInteger size = new AtomicInteger();
    private final Semaphore free;
    private final Semaphore there = new Semaphore(0);

    public BoundedQueue(int capacity) {
        free = new Semaphore(capacity);
    }

    public void put(E element) throws InterruptedException {
        free.acquire();
        synchronized (elements) {
            elements.add(element);
        }
        there.release();
        size.incrementAndGet();
    }

    public E take() throws InterruptedException {
        there.acquire();
        E first;
        synchronized (elements) {
            first = elements.remove();
        }
        free.release();
        size.decrementAndGet();
        return first;
    }

    public int size() {
        return size.get();
    }
}

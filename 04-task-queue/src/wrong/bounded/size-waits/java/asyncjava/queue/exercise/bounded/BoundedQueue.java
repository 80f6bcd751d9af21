package asyncjava.queue.exercise.bounded;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

public final class BoundedQueue<E> {

    private final ReentrantLock putting = new ReentrantLock(true);
    private final ArrayBlockingQueue<E> elements;

    public BoundedQueue(int capacity) {
        elements = new ArrayBlockingQueue<>(capacity);
    }

    public void put(E element) throws InterruptedException {
        putting.lockInterruptibly();
        try {
            elements.put(element);
        } finally {
            putting.unlock();
        }
    }

    public E take() throws InterruptedException {
        return elements.take();
    }

    public int size() {
        putting.lock();
        try {
            return elements.size();
        } finally {
            putting.unlock();
        }
    }
}

package asyncjava.queue.exercise.bounded;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// An element is handed to a taker who waits, and the next place to a producer who does.
public final class BoundedQueue<E> {

    private record Producer<E>(E element, CompletableFuture<Void> in) {}

    private final int capacity;
    private final Queue<E> elements = new ArrayDeque<>();
    private final Queue<Producer<E>> producers = new ArrayDeque<>();
    private final Queue<CompletableFuture<E>> takers = new ArrayDeque<>();

    public BoundedQueue(int capacity) {
        this.capacity = capacity;
    }

    public void put(E element) throws InterruptedException {
        Producer<E> me = new Producer<>(element, new CompletableFuture<>());
        arrive(me);
        try {
            me.in().get();
        } catch (InterruptedException e) {
            if (leave(me)) {
                throw e;
            }
            Thread.currentThread().interrupt(); // too late: the element is in
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    public E take() throws InterruptedException {
        CompletableFuture<E> me = arrive();
        try {
            return me.get();
        } catch (InterruptedException e) {
            if (leave(me)) {
                throw e;
            }
            Thread.currentThread().interrupt(); // too late: it has an element already
            return me.join();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    public synchronized int size() {
        return elements.size();
    }

    private synchronized void arrive(Producer<E> producer) {
        if (elements.size() < capacity) {
            letIn(producer);
        } else {
            producers.add(producer);
        }
    }

    private synchronized CompletableFuture<E> arrive() {
        CompletableFuture<E> taker = new CompletableFuture<>();
        if (elements.isEmpty()) {
            takers.add(taker);
        } else {
            taker.complete(elements.remove());
            if (!producers.isEmpty()) {
                letIn(producers.remove());
            }
        }
        return taker;
    }

    private void letIn(Producer<E> producer) {
        if (takers.isEmpty()) {
            elements.add(producer.element());
        } else {
            takers.remove().complete(producer.element());
        }
        producer.in().complete(null);
    }

    private synchronized boolean leave(Producer<E> producer) {
        return producers.remove(producer);
    }

    private synchronized boolean leave(CompletableFuture<E> taker) {
        return takers.remove(taker);
    }
}

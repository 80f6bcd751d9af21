package asyncjava.queue.exercise.bounded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

public final class BoundedQueue<E> {

    private record Putting<E>(E element, CompletableFuture<E> done) {}

    private final Deque<E> elements = new ArrayDeque<>();
    private final Deque<Putting<E>> producers = new ArrayDeque<>();
    private final Deque<CompletableFuture<E>> takers = new ArrayDeque<>();
    private final int capacity;

    public BoundedQueue(int capacity) {
        this.capacity = capacity;
    }

    private void move() {
        while (true) {
            if (!producers.isEmpty() && elements.size() < capacity) {
                Putting<E> next = producers.remove();
                if (next.done().complete(next.element())) elements.addLast(next.element());
            } else if (!takers.isEmpty() && !elements.isEmpty()) {
                if (takers.remove().complete(elements.peekFirst())) elements.removeFirst();
            } else {
                return;
            }
        }
    }

    private E await(CompletableFuture<E> mine) throws InterruptedException {
        try {
            return mine.get();
        } catch (InterruptedException e) {
            mine.cancel(false);
            throw e;
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    public void put(E element) throws InterruptedException {
        CompletableFuture<E> mine = new CompletableFuture<>();
        synchronized (this) {
            producers.add(new Putting<>(element, mine));
            move();
        }
        await(mine);
    }

    public E take() throws InterruptedException {
        CompletableFuture<E> mine = new CompletableFuture<>();
        synchronized (this) {
            takers.add(mine);
            move();
        }
        return await(mine);
    }

    public synchronized int size() {
        return elements.size();
    }
}

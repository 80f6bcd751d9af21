package asyncjava.queue.exercise.bounded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class BoundedQueue<E> {

    private final ExecutorService actor =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

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
                elements.addLast(next.element());
                if (!next.done().complete(next.element())) elements.removeLast();
            } else if (!takers.isEmpty() && !elements.isEmpty()) {
                E first = elements.removeFirst();
                if (!takers.remove().complete(first)) elements.addFirst(first);
            } else {
                return;
            }
        }
    }

    private E await(CompletableFuture<E> mine) throws InterruptedException {
        try {
            return mine.get();
        } catch (InterruptedException e) {
            if (mine.cancel(false)) throw e;
            return mine.resultNow();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    public void put(E element) throws InterruptedException {
        CompletableFuture<E> mine = new CompletableFuture<>();
        actor.execute(() -> {
            producers.add(new Putting<>(element, mine));
            move();
        });
        await(mine);
    }

    public E take() throws InterruptedException {
        CompletableFuture<E> mine = new CompletableFuture<>();
        actor.execute(() -> {
            takers.add(mine);
            move();
        });
        return await(mine);
    }

    public int size() {
        return CompletableFuture.supplyAsync(elements::size, actor).join();
    }
}

package asyncjava.queue.exercise.bounded;

import java.util.ArrayDeque;
import java.util.Queue;
import reactor.core.publisher.Sinks;

/// Whoever has to wait leaves a sink, and looks again when it is told to.
public final class BoundedQueue<E> {

    private final int capacity;
    private final Queue<E> elements = new ArrayDeque<>();
    private final Queue<Sinks.Empty<Void>> waiting = new ArrayDeque<>();

    public BoundedQueue(int capacity) {
        this.capacity = capacity;
    }

    public void put(E element) {
        while (true) {
            Sinks.Empty<Void> changed = Sinks.empty();
            synchronized (this) {
                if (elements.size() < capacity) {
                    elements.add(element);
                    break;
                }
                waiting.add(changed);
            }
            changed.asMono().block();
        }
        wakeAll();
    }

    public E take() {
        E element;
        while (true) {
            Sinks.Empty<Void> changed = Sinks.empty();
            synchronized (this) {
                element = elements.poll();
                if (element != null) {
                    break;
                }
                waiting.add(changed);
            }
            changed.asMono().block();
        }
        wakeAll();
        return element;
    }

    public synchronized int size() {
        return elements.size();
    }

    // All of them, and whoever was interrupted too, who has nothing to hand on.
    private void wakeAll() {
        Queue<Sinks.Empty<Void>> all;
        synchronized (this) {
            all = new ArrayDeque<>(waiting);
            waiting.clear();
        }
        all.forEach(Sinks.Empty::tryEmitEmpty);
    }
}

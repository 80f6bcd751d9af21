package asyncjava.queue.exercise.bounded;

import java.time.Duration;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import reactor.core.publisher.Sinks;

public final class BoundedQueue<E> {

    private final Queue<E> elements;
    private final Sinks.Many<E> sink;
    private Iterator<E> taken;

    public BoundedQueue(int capacity) {
        elements = new ArrayBlockingQueue<>(capacity);
        sink = Sinks.many().unicast().onBackpressureBuffer(elements);
    }

    public void put(E element) {
        sink.emitNext(element, Sinks.EmitFailureHandler.busyLooping(Duration.ofDays(1)));
    }

    public E take() {
        synchronized (sink) {
            if (taken == null) {
                taken = sink.asFlux().toIterable(1).iterator();
            }
            return taken.next();
        }
    }

    public int size() {
        return elements.size();
    }
}

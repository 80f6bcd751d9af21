package asyncjava.queue.exercise.shutdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/// The sink only says that there is something. The items wait in a queue of our own, since those in a
/// sink's buffer are gone when its Flux is cancelled.
public final class Processor<T> {

    private final Handler<T> handler;
    private final BlockingQueue<T> waiting = new LinkedBlockingQueue<>();
    private final Sinks.Many<Boolean> signals = Sinks.many().unicast().onBackpressureBuffer();
    private final Sinks.Empty<Void> over = Sinks.empty();
    private final Set<Thread> underWay = new HashSet<>();
    private volatile boolean closed;

    public Processor(int workers, Handler<T> handler) {
        this.handler = handler;
        signals.asFlux()
                .flatMap(_ -> Mono.fromRunnable(this::handleNext).subscribeOn(Schedulers.boundedElastic()), workers)
                .doFinally(_ -> over.tryEmitEmpty())
                .subscribe();
    }

    public boolean submit(T item) {
        // A sink takes from one at a time only.
        synchronized (signals) {
            if (closed) {
                return false;
            }
            waiting.add(item);
            signals.tryEmitNext(true);
            return true;
        }
    }

    public void drain() {
        close();
        over.asMono().block();
    }

    public List<T> abort() {
        close();
        List<T> notBegun = new ArrayList<>();
        waiting.drainTo(notBegun);
        synchronized (underWay) {
            underWay.forEach(Thread::interrupt);
        }
        over.asMono().block();
        return notBegun;
    }

    private void close() {
        closed = true;
        signals.tryEmitComplete();
    }

    private void handleNext() {
        T item;
        synchronized (underWay) {
            item = waiting.poll();
            if (item == null) {
                return; // given back
            }
            underWay.add(Thread.currentThread());
        }
        try {
            handler.handle(item);
        } catch (Throwable e) {
            // The item's own affair.
        } finally {
            synchronized (underWay) {
                underWay.remove(Thread.currentThread());
            }
        }
    }
}

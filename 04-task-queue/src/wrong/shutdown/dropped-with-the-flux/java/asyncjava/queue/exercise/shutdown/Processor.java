package asyncjava.queue.exercise.shutdown;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

public final class Processor<T> {

    private final Handler<T> handler;
    private final BlockingQueue<T> waiting = new LinkedBlockingQueue<>();
    private final Sinks.Many<T> signals = Sinks.many().unicast().onBackpressureBuffer(waiting);
    private final Sinks.Empty<Void> over = Sinks.empty();
    private final Disposable subscription;
    private boolean closed;

    public Processor(int workers, Handler<T> handler) {
        this.handler = handler;
        subscription = signals.asFlux()
                .flatMap(
                        item -> Mono.fromRunnable(() -> handle(item)).subscribeOn(Schedulers.boundedElastic()), workers)
                .doFinally(_ -> over.tryEmitEmpty())
                .subscribe();
    }

    public boolean submit(T item) {
        // A sink takes from one at a time only.
        synchronized (signals) {
            if (closed) {
                return false;
            }
            signals.tryEmitNext(item).orThrow();
            return true;
        }
    }

    public void drain() {
        close();
        over.asMono().block();
    }

    public List<T> abort() {
        synchronized (signals) {
            closed = true;
        }
        subscription.dispose();
        List<T> notBegun = new ArrayList<>();
        waiting.drainTo(notBegun);
        over.asMono().block();
        return notBegun;
    }

    private void close() {
        synchronized (signals) {
            if (!closed) {
                closed = true;
                signals.tryEmitComplete().orThrow();
            }
        }
    }

    private void handle(T item) {
        try {
            handler.handle(item);
        } catch (Throwable e) {
            // The item's own affair.
        }
    }
}

package asyncjava.queue.exercise.join;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

public final class Workers implements AutoCloseable {

    private final Sinks.Many<Runnable> tasks = Sinks.many().unicast().onBackpressureBuffer();
    private int unfinished;

    public Workers(int count) {
        tasks.asFlux()
                .flatMap(
                        task -> Mono.fromRunnable(task)
                                .subscribeOn(Schedulers.boundedElastic())
                                .onErrorComplete()
                                .doFinally(_ -> ends()),
                        count)
                .subscribe();
    }

    public void submit(Runnable task) {
        synchronized (this) {
            unfinished++;
        }
        tasks.tryEmitNext(task);
    }

    public synchronized void join() throws InterruptedException {
        while (unfinished > 0) {
            wait();
        }
    }

    @Override
    public void close() {}

    private synchronized void ends() {
        unfinished--;
        notifyAll();
    }
}

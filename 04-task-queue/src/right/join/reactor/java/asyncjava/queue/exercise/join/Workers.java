package asyncjava.queue.exercise.join;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;
import reactor.core.scheduler.Schedulers;

public final class Workers implements AutoCloseable {

    private final Sinks.Many<Runnable> tasks = Sinks.many().unicast().onBackpressureBuffer();
    private Sinks.Empty<Void> allDone = Sinks.empty();
    private int unfinished;

    public Workers(int count) {
        tasks.asFlux()
                .flatMap(
                        task -> Mono.fromRunnable(task)
                                .subscribeOn(Schedulers.boundedElastic())
                                // A failure would end all that comes after it.
                                .onErrorComplete()
                                .doFinally(_ -> ends()),
                        count)
                .subscribe();
    }

    public void submit(Runnable task) {
        synchronized (this) {
            unfinished++;
        }
        // A sink takes from one at a time only, and refuses the others, who try again.
        tasks.emitNext(task, EmitFailureHandler.busyLooping(Duration.ofSeconds(10)));
    }

    public void join() {
        Mono<Void> done;
        synchronized (this) {
            done = unfinished == 0 ? Mono.empty() : allDone.asMono();
        }
        done.block();
    }

    @Override
    public void close() {}

    private synchronized void ends() {
        if (--unfinished == 0) {
            Sinks.Empty<Void> over = allDone;
            allDone = Sinks.empty();
            over.tryEmitEmpty(); // at last: nothing is left to do when those who join are told
        }
    }
}

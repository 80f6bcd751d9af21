package asyncjava.queue.exercise.join;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

public final class Workers implements AutoCloseable {

    private final Sinks.Many<Runnable> tasks = Sinks.many().unicast().onBackpressureBuffer();
    private final Scheduler threads;
    private Sinks.Empty<Void> allDone = Sinks.empty();
    private int unfinished;

    public Workers(int count) {
        threads = Schedulers.newBoundedElastic(count, Integer.MAX_VALUE, "workers");
        tasks.asFlux()
                .flatMap(
                        task -> Mono.fromRunnable(task)
                                .subscribeOn(threads)
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
        // A sink takes from one at a time only, and refuses the others.
        synchronized (tasks) {
            tasks.tryEmitNext(task).orThrow();
        }
    }

    public void join() {
        Mono<Void> done;
        synchronized (this) {
            done = unfinished == 0 ? Mono.empty() : allDone.asMono();
        }
        done.block();
    }

    @Override
    public void close() {
        threads.dispose();
    }

    private void ends() {
        Sinks.Empty<Void> over = null;
        synchronized (this) {
            if (--unfinished == 0) {
                over = allDone;
                allDone = Sinks.empty();
            }
        }
        if (over != null) {
            over.tryEmitEmpty();
        }
    }
}

package asyncjava.taskrunner.exercise.scheduler;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// While a run takes long, the ticks of its own task are left out.
public final class TaskScheduler implements AutoCloseable {

    private final Clock clock;
    private final Disposable.Composite all = Disposables.composite();

    public TaskScheduler(ScheduledExecutorService timer, Clock clock) {
        this.clock = clock;
    }

    public Scheduled at(Instant when, Runnable task) {
        return start(Mono.delay(Duration.between(clock.instant(), when)).flatMap(_ -> run(task)));
    }

    public Scheduled every(Duration period, Runnable task) {
        return start(Flux.interval(period)
                .onBackpressureDrop()
                .flatMap(_ -> run(task), 1)
                .then());
    }

    private static Mono<Void> run(Runnable task) {
        return Mono.<Void>fromRunnable(task)
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorComplete();
    }

    private Scheduled start(Mono<Void> work) {
        Disposable.Swap running = Disposables.swap();
        all.add(running);
        running.update(work.doFinally(_ -> all.remove(running)).subscribe());
        return running::dispose;
    }

    @Override
    public void close() {
        all.dispose();
    }
}

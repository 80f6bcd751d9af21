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

public final class TaskScheduler implements AutoCloseable {

    private final Clock clock;
    private final Disposable.Composite all = Disposables.composite();

    public TaskScheduler(ScheduledExecutorService timer, Clock clock) {
        this.clock = clock;
    }

    public Scheduled at(Instant when, Runnable task) {
        return keep(Mono.delay(Duration.between(clock.instant(), when))
                .flatMap(_ -> run(task))
                .subscribe());
    }

    public Scheduled every(Duration period, Runnable task) {
        return keep(Flux.interval(period)
                .onBackpressureDrop()
                .flatMap(_ -> run(task))
                .subscribe());
    }

    private static Mono<Void> run(Runnable task) {
        return Mono.<Void>fromRunnable(task)
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorComplete();
    }

    private Scheduled keep(Disposable running) {
        all.add(running);
        return running::dispose;
    }

    @Override
    public void close() {
        all.dispose();
    }
}

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

/// A periodic task waits and runs on a worker of boundedElastic: a run that takes long makes the task's
/// own next run wait.
public final class TaskScheduler implements AutoCloseable {

    private final Clock clock;
    private final Disposable.Composite all = Disposables.composite();

    public TaskScheduler(ScheduledExecutorService timer, Clock clock) {
        this.clock = clock;
    }

    public Scheduled at(Instant when, Runnable task) {
        return keep(Mono.delay(Duration.between(clock.instant(), when))
                .flatMap(_ -> Mono.fromRunnable(() -> run(task)).subscribeOn(Schedulers.boundedElastic()))
                .subscribe());
    }

    public Scheduled every(Duration period, Runnable task) {
        return keep(Flux.interval(period, Schedulers.boundedElastic()).subscribe(_ -> run(task)));
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            System.err.println("a run failed: " + e);
        }
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

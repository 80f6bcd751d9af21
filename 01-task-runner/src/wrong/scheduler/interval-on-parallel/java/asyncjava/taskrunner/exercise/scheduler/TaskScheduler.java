package asyncjava.taskrunner.exercise.scheduler;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class TaskScheduler implements AutoCloseable {

    private final Clock clock;
    private final Disposable.Composite all = Disposables.composite();

    public TaskScheduler(ScheduledExecutorService timer, Clock clock) {
        this.clock = clock;
    }

    public Scheduled at(Instant when, Runnable task) {
        return keep(Mono.delay(Duration.between(clock.instant(), when)).subscribe(_ -> run(task)));
    }

    public Scheduled every(Duration period, Runnable task) {
        return keep(Flux.interval(period).subscribe(_ -> run(task)));
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

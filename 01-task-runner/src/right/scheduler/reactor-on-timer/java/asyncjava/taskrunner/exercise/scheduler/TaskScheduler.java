package asyncjava.taskrunner.exercise.scheduler;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Reactor on the timer itself; runs of one task may overlap, each on a virtual thread.
public final class TaskScheduler implements AutoCloseable {

    private final Clock clock;
    private final Scheduler ticks;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Disposable.Composite all = Disposables.composite();

    public TaskScheduler(ScheduledExecutorService timer, Clock clock) {
        this.clock = clock;
        ticks = Schedulers.fromExecutorService(timer);
    }

    public Scheduled at(Instant when, Runnable task) {
        return start(Mono.delay(Duration.between(clock.instant(), when), ticks), task);
    }

    public Scheduled every(Duration period, Runnable task) {
        return start(Flux.interval(period, ticks), task);
    }

    private Scheduled start(Publisher<Long> moments, Runnable task) {
        Disposable.Swap running = Disposables.swap();
        all.add(running);
        running.update(Flux.from(moments)
                .subscribe(_ -> threads.execute(() -> {
                    if (!running.isDisposed()) {
                        task.run();
                    }
                })));
        return running::dispose;
    }

    @Override
    public void close() {
        all.dispose();
        threads.shutdownNow();
        threads.close();
    }
}

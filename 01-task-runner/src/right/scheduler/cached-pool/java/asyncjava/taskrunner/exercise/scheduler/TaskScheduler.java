package asyncjava.taskrunner.exercise.scheduler;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// The timer's own periodic entry, made to hand each run to a cached pool of platform threads.
public final class TaskScheduler implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final List<ScheduledFuture<?>> entries = new ArrayList<>();

    public TaskScheduler(ScheduledExecutorService timer, Clock clock) {
        this.timer = timer;
        this.clock = clock;
    }

    public Scheduled at(Instant when, Runnable task) {
        long nanos = Math.max(0, Duration.between(clock.instant(), when).toNanos());
        return plan(task, run -> timer.schedule(run, nanos, NANOSECONDS));
    }

    public Scheduled every(Duration period, Runnable task) {
        long nanos = period.toNanos();
        return plan(task, run -> timer.scheduleWithFixedDelay(run, nanos, nanos, NANOSECONDS));
    }

    private synchronized Scheduled plan(Runnable task, Function<Runnable, ScheduledFuture<?>> timing) {
        if (pool.isShutdown()) {
            throw new IllegalStateException("the scheduler is closed");
        }
        AtomicBoolean cancelled = new AtomicBoolean();
        Runnable run = () -> {
            if (!cancelled.get()) {
                task.run();
            }
        };
        ScheduledFuture<?> entry = timing.apply(() -> pool.submit(run));
        entries.add(entry);
        return () -> {
            cancelled.set(true);
            entry.cancel(true);
        };
    }

    @Override
    public synchronized void close() {
        entries.forEach(entry -> entry.cancel(true));
        pool.shutdownNow();
    }
}

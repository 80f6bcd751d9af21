package asyncjava.taskrunner.exercise.scheduler;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;

/// The timer's own periodic entry, made to hand each run to a cached pool of platform threads.
public final class TaskScheduler implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final Queue<ScheduledFuture<?>> entries = new ConcurrentLinkedQueue<>();

    public TaskScheduler(ScheduledExecutorService timer, Clock clock) {
        this.timer = timer;
        this.clock = clock;
    }

    public Scheduled at(Instant when, Runnable task) {
        long delay = Math.max(0, Duration.between(clock.instant(), when).toMillis());
        return keep(timer.schedule(() -> pool.execute(task), delay, MILLISECONDS));
    }

    public Scheduled every(Duration period, Runnable task) {
        long nanos = period.toNanos();
        return keep(timer.scheduleWithFixedDelay(() -> pool.submit(task), nanos, nanos, NANOSECONDS));
    }

    private Scheduled keep(ScheduledFuture<?> entry) {
        entries.add(entry);
        return () -> entry.cancel(true);
    }

    @Override
    public void close() {
        entries.forEach(entry -> entry.cancel(true));
        pool.shutdownNow();
    }
}

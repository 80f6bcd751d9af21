package asyncjava.taskrunner.exercise.scheduler;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

public final class TaskScheduler implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Future<?>> planned = ConcurrentHashMap.newKeySet();

    public TaskScheduler(ScheduledExecutorService timer, Clock clock) {
        this.timer = timer;
        this.clock = clock;
    }

    public Scheduled at(Instant when, Runnable task) {
        // A negative delay means at once.
        long delay = NANOSECONDS.convert(Duration.between(clock.instant(), when));
        return plan(task, run -> timer.schedule(run, delay, NANOSECONDS));
    }

    public Scheduled every(Duration period, Runnable task) {
        long nanos = NANOSECONDS.convert(period);
        return plan(task, run -> timer.scheduleAtFixedRate(run, nanos, nanos, NANOSECONDS));
    }

    private Scheduled plan(Runnable task, Function<Runnable, Future<?>> timing) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Runnable run = () -> {
            if (!cancelled.get()) {
                task.run();
            }
        };
        // The timer's one thread starts each run and does not wait for it. What a run throws ends the
        // run's own thread, and no more.
        Future<?> entry = timing.apply(() -> runs.execute(run));
        planned.removeIf(Future::isDone);
        planned.add(entry);
        // Who closes first refuses what comes, and then goes through what is planned. So either this sees the
        // one, or close() sees the other.
        if (runs.isShutdown()) {
            entry.cancel(false);
        }
        return () -> {
            cancelled.set(true);
            entry.cancel(false);
        };
    }

    @Override
    public void close() {
        runs.shutdown();
        planned.forEach(entry -> entry.cancel(false));
        runs.shutdownNow();
        runs.close();
    }
}

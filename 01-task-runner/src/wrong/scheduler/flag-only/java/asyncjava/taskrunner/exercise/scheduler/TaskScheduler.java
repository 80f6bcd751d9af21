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
        long delay = NANOSECONDS.convert(Duration.between(clock.instant(), when));
        return flagged(task, run -> timer.schedule(() -> runs.execute(run), delay, NANOSECONDS));
    }

    public Scheduled every(Duration period, Runnable task) {
        long nanos = NANOSECONDS.convert(period);
        return flagged(task, run -> timer.scheduleAtFixedRate(() -> runs.execute(run), nanos, nanos, NANOSECONDS));
    }

    private Scheduled flagged(Runnable task, Function<Runnable, Future<?>> timing) {
        AtomicBoolean cancelled = new AtomicBoolean();
        planned.add(timing.apply(() -> {
            if (!cancelled.get()) {
                task.run();
            }
        }));
        return () -> cancelled.set(true);
    }

    @Override
    public void close() {
        planned.forEach(entry -> entry.cancel(false));
        runs.shutdownNow();
        runs.close();
    }
}

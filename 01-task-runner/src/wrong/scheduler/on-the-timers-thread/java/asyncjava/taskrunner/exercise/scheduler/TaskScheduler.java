package asyncjava.taskrunner.exercise.scheduler;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;

public final class TaskScheduler implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final Set<Future<?>> planned = ConcurrentHashMap.newKeySet();

    public TaskScheduler(ScheduledExecutorService timer, Clock clock) {
        this.timer = timer;
        this.clock = clock;
    }

    public Scheduled at(Instant when, Runnable task) {
        long delay = NANOSECONDS.convert(Duration.between(clock.instant(), when));
        return keep(timer.schedule(task, delay, NANOSECONDS));
    }

    public Scheduled every(Duration period, Runnable task) {
        long nanos = NANOSECONDS.convert(period);
        return keep(timer.scheduleAtFixedRate(task, nanos, nanos, NANOSECONDS));
    }

    private Scheduled keep(Future<?> entry) {
        planned.add(entry);
        return () -> entry.cancel(false);
    }

    @Override
    public void close() {
        planned.forEach(entry -> entry.cancel(true));
    }
}

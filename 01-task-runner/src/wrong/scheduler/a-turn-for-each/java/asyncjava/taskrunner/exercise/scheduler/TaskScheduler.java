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

public final class TaskScheduler implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final Set<ExecutorService> workers = ConcurrentHashMap.newKeySet();
    private final Set<Future<?>> planned = ConcurrentHashMap.newKeySet();

    public TaskScheduler(ScheduledExecutorService timer, Clock clock) {
        this.timer = timer;
        this.clock = clock;
    }

    public Scheduled at(Instant when, Runnable task) {
        return keep(task, NANOSECONDS.convert(Duration.between(clock.instant(), when)), 0);
    }

    public Scheduled every(Duration period, Runnable task) {
        return keep(task, NANOSECONDS.convert(period), NANOSECONDS.convert(period));
    }

    private Scheduled keep(Runnable task, long delay, long period) {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        workers.add(worker);
        Runnable tick = () -> worker.execute(task);
        Future<?> entry = period == 0
                ? timer.schedule(tick, delay, NANOSECONDS)
                : timer.scheduleAtFixedRate(tick, delay, period, NANOSECONDS);
        planned.add(entry);
        return () -> {
            entry.cancel(false);
            worker.shutdown();
        };
    }

    @Override
    public void close() {
        planned.forEach(entry -> entry.cancel(false));
        workers.forEach(ExecutorService::shutdownNow);
    }
}

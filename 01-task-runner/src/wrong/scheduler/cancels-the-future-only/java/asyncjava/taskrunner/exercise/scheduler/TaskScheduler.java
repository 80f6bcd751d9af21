package asyncjava.taskrunner.exercise.scheduler;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

public final class TaskScheduler implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Plan> plans = ConcurrentHashMap.newKeySet();

    public TaskScheduler(ScheduledExecutorService timer, Clock clock) {
        this.timer = timer;
        this.clock = clock;
    }

    public Scheduled at(Instant when, Runnable task) {
        Plan plan = new Plan();
        plan.run(task, after(Duration.between(clock.instant(), when)));
        return plan;
    }

    public Scheduled every(Duration period, Runnable task) {
        Plan plan = new Plan();
        next(plan, period, task);
        return plan;
    }

    private void next(Plan plan, Duration period, Runnable task) {
        plan.run(task, after(period)).whenComplete((_, failure) -> {
            if (!plan.cancelled) {
                next(plan, period, task);
            }
        });
    }

    private Executor after(Duration delay) {
        return run -> timer.schedule(() -> threads.execute(run), NANOSECONDS.convert(delay), NANOSECONDS);
    }

    @Override
    public void close() {
        plans.forEach(Plan::cancel);
        threads.shutdownNow();
        threads.close();
    }

    private final class Plan implements Scheduled {

        private volatile CompletableFuture<Void> running = new CompletableFuture<>();
        private volatile boolean cancelled;

        Plan() {
            plans.add(this);
        }

        CompletableFuture<Void> run(Runnable task, Executor when) {
            running = CompletableFuture.runAsync(task, when);
            return running;
        }

        @Override
        public void cancel() {
            cancelled = true;
            running.cancel(true);
        }
    }
}

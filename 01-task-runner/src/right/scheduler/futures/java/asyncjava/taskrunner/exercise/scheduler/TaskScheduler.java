package asyncjava.taskrunner.exercise.scheduler;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        var _ = plan.after(Duration.between(clock.instant(), when))
                .thenRunAsync(plan.unlessCancelled(task), threads)
                .whenComplete((_, _) -> plans.remove(plan));
        return plan;
    }

    public Scheduled every(Duration period, Runnable task) {
        Plan plan = new Plan();
        next(plan, period, task);
        return plan;
    }

    private void next(Plan plan, Duration period, Runnable task) {
        CompletableFuture<Void> over = plan.after(period);
        var _ = over.thenRunAsync(plan.unlessCancelled(task), threads);
        var _ = over.thenRun(() -> next(plan, period, task));
    }

    @Override
    public void close() {
        threads.shutdown();
        plans.forEach(Plan::cancel);
        threads.shutdownNow();
        threads.close();
    }

    private final class Plan implements Scheduled {

        private CompletableFuture<Void> waiting = new CompletableFuture<>();
        private volatile boolean cancelled;

        Plan() {
            plans.add(this);
            // Closed before, or while it was added: then nobody else will cancel it.
            cancelled = threads.isShutdown();
        }

        Runnable unlessCancelled(Runnable task) {
            return () -> {
                if (!cancelled) {
                    task.run();
                }
            };
        }

        synchronized CompletableFuture<Void> after(Duration delay) {
            waiting = new CompletableFuture<>();
            if (cancelled) {
                waiting.cancel(false);
                return waiting;
            }
            CompletableFuture<Void> over = waiting;
            Future<?> entry = timer.schedule(() -> over.complete(null), NANOSECONDS.convert(delay), NANOSECONDS);
            var _ = over.whenComplete((_, _) -> entry.cancel(false));
            return over;
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            waiting.cancel(false);
            plans.remove(this);
        }
    }
}

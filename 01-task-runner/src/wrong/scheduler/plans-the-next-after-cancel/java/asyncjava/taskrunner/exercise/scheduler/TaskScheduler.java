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
    private final ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Plan> plans = ConcurrentHashMap.newKeySet();

    public TaskScheduler(ScheduledExecutorService timer, Clock clock) {
        this.timer = timer;
        this.clock = clock;
    }

    public Scheduled at(Instant when, Runnable task) {
        return new Plan(Duration.between(clock.instant(), when), task);
    }

    public Scheduled every(Duration period, Runnable task) {
        Plan plan = new Plan();
        plan.after(period, () -> runAndPlanAgain(plan, period, task));
        return plan;
    }

    private void runAndPlanAgain(Plan plan, Duration period, Runnable task) {
        try {
            task.run();
        } finally {
            plan.after(period, () -> runAndPlanAgain(plan, period, task));
        }
    }

    @Override
    public void close() {
        plans.forEach(Plan::cancel);
        runs.shutdownNow();
        runs.close();
    }

    private final class Plan implements Scheduled {

        private volatile Future<?> entry;

        Plan() {
            plans.add(this);
        }

        Plan(Duration delay, Runnable task) {
            this();
            after(delay, task);
        }

        void after(Duration delay, Runnable run) {
            entry = timer.schedule(() -> runs.execute(run), NANOSECONDS.convert(delay), NANOSECONDS);
        }

        @Override
        public void cancel() {
            entry.cancel(false);
        }
    }
}

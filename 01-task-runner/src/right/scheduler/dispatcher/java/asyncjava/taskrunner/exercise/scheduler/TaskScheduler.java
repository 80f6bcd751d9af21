package asyncjava.taskrunner.exercise.scheduler;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// One thread keeps the order of what is to come. It has one entry on the timer, which wakes it up for
/// the first.
public final class TaskScheduler implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition look = lock.newCondition();
    private final PriorityQueue<Plan> plans = new PriorityQueue<>(Comparator.comparing(plan -> plan.next));
    private final List<Thread> runs = new ArrayList<>();
    private final Thread dispatcher = Thread.ofPlatform().name("dispatcher").unstarted(this::dispatch);

    public TaskScheduler(ScheduledExecutorService timer, Clock clock) {
        this.timer = timer;
        this.clock = clock;
        dispatcher.start();
    }

    public Scheduled at(Instant when, Runnable task) {
        return add(new Plan(when, Duration.ZERO, task));
    }

    public Scheduled every(Duration period, Runnable task) {
        return add(new Plan(clock.instant().plus(period), period, task));
    }

    private Scheduled add(Plan plan) {
        change(() -> plans.add(plan));
        return () -> change(() -> {
            plan.cancelled = true;
            plans.remove(plan);
        });
    }

    private void change(Runnable step) {
        lock.lock();
        try {
            step.run();
            look.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void dispatch() {
        lock.lock();
        try {
            while (true) {
                startWhatIsDue();
                if (plans.isEmpty()) {
                    look.await();
                } else {
                    long delay = NANOSECONDS.convert(Duration.between(clock.instant(), plans.element().next));
                    Future<?> alarm = timer.schedule(() -> change(() -> {}), delay, NANOSECONDS);
                    try {
                        look.await();
                    } finally {
                        alarm.cancel(false);
                    }
                }
            }
        } catch (InterruptedException e) {
            // Closed.
        } finally {
            lock.unlock();
        }
    }

    private void startWhatIsDue() {
        runs.removeIf(run -> !run.isAlive());
        while (!plans.isEmpty() && !plans.element().next.isAfter(clock.instant())) {
            Plan plan = plans.remove();
            runs.add(Thread.startVirtualThread(() -> {
                if (!plan.cancelled) {
                    plan.task.run();
                }
            }));
            if (plan.period.isPositive()) {
                plan.next = plan.next.plus(plan.period);
                plans.add(plan);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        dispatcher.interrupt();
        dispatcher.join();
        for (Thread run : runs) {
            run.interrupt();
            run.join();
        }
    }

    private static final class Plan {

        private final Duration period;
        private final Runnable task;
        private Instant next;
        private volatile boolean cancelled;

        Plan(Instant next, Duration period, Runnable task) {
            this.next = next;
            this.period = period;
            this.task = task;
        }
    }
}

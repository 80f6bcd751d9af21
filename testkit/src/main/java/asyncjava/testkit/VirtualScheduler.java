package asyncjava.testkit;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What [VirtualTime#scheduler()] promises. Several may share an agenda, each with a life of its own.
final class VirtualScheduler extends AbstractExecutorService implements ScheduledExecutorService {

    private final Agenda agenda;
    private volatile boolean shutdown;
    private volatile boolean stopped;

    VirtualScheduler(Agenda agenda) {
        this.agenda = agenda;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return plan(task(Executors.callable(command), 0), unit.toNanos(delay));
    }

    @Override
    public <V extends @Nullable Object> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return plan(task(callable, 0), unit.toNanos(delay));
    }

    /// A task takes no virtual time, so that a fixed rate and a fixed delay come to the same.
    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        return scheduleWithFixedDelay(command, initialDelay, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        if (delay <= 0) {
            throw new IllegalArgumentException("the time between two runs must be more than 0, was " + delay);
        }
        return plan(task(Executors.callable(command), unit.toNanos(delay)), unit.toNanos(initialDelay));
    }

    @Override
    public void execute(Runnable command) {
        VirtualTask<?> task = command instanceof VirtualTask<?> own ? own : task(Executors.callable(command), 0);
        var _ = plan(task, 0);
    }

    @Override
    protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
        return task(Executors.callable(runnable, value), 0);
    }

    @Override
    protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Callable<T> callable) {
        return task(callable, 0);
    }

    @Override
    public void shutdown() {
        List<VirtualTask<?>> periodic = agenda.change(() -> {
            shutdown = true;
            return agenda.removeTasks(task -> task.isOf(this) && task.isPeriodic());
        });
        periodic.forEach(task -> task.cancel(false));
    }

    @Override
    public List<Runnable> shutdownNow() {
        return agenda.change(() -> {
            shutdown = true;
            stopped = true;
            agenda.interruptRunning(task -> task.isOf(this));
            return Collections.unmodifiableList(agenda.removeTasks(task -> task.isOf(this)));
        });
    }

    @Override
    public boolean isShutdown() {
        return shutdown || agenda.isClosed();
    }

    @Override
    public boolean isTerminated() {
        return isShutdown() && !agenda.isPlannedOrRunning(task -> task.isOf(this));
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return agenda.await(this::isTerminated, unit.toNanos(timeout));
    }

    /// Whether the task that runs was told to stop.
    boolean isStopped() {
        return stopped;
    }

    private <V extends @Nullable Object> VirtualTask<V> task(Callable<V> work, long periodNanos) {
        return new VirtualTask<>(this, agenda, work, periodNanos);
    }

    private <V extends @Nullable Object> VirtualTask<V> plan(VirtualTask<V> task, long delayNanos) {
        return agenda.change(() -> {
            if (isShutdown()) {
                throw new RejectedExecutionException("the scheduler has been shut down");
            }
            task.plan(delayNanos);
            return task;
        });
    }
}

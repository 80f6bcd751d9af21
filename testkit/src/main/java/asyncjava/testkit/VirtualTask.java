package asyncjava.testkit;

import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A task of a [VirtualScheduler], which is also the future that the caller holds.
final class VirtualTask<V extends @Nullable Object> extends FutureTask<V> implements RunnableScheduledFuture<V> {

    private final VirtualScheduler scheduler;
    private final Agenda agenda;
    private final long periodNanos;
    private volatile @Nullable Due entry;

    /// @param periodNanos how long after a run the next one is due; zero for a task that runs once
    VirtualTask(VirtualScheduler scheduler, Agenda agenda, Callable<V> work, long periodNanos) {
        super(work);
        this.scheduler = scheduler;
        this.agenda = agenda;
        this.periodNanos = periodNanos;
    }

    boolean isOf(VirtualScheduler which) {
        return scheduler == which;
    }

    /// Puts the task on the agenda; to be called within a change of it.
    void plan(long delayNanos) {
        entry = agenda.add(this, delayNanos);
    }

    @Override
    public boolean isPeriodic() {
        return periodNanos != 0;
    }

    @Override
    public void run() {
        if (!isPeriodic()) {
            super.run();
        } else if (runAndReset()) {
            boolean goesOn = agenda.change(() -> {
                boolean wanted = !scheduler.isShutdown() && !isCancelled();
                if (wanted) {
                    plan(periodNanos);
                }
                return wanted;
            });
            if (!goesOn) {
                cancel(false);
            }
        }
    }

    /// An interrupt that was meant for the task must not reach whoever moves the time.
    void takeBackInterrupt() {
        if (isCancelled() || scheduler.isStopped()) {
            Thread.interrupted();
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        Due planned = entry;
        if (cancelled && planned != null) {
            agenda.remove(planned);
        }
        return cancelled;
    }

    @Override
    protected void done() {
        agenda.change(this::isDone);
    }

    @Override
    public V get() throws InterruptedException, ExecutionException {
        if (!isDone() && agenda.isRunningHere()) {
            throw new IllegalStateException(
                    "a task of the scheduler waits for another, which cannot run before it ends");
        }
        return super.get();
    }

    @Override
    public V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        if (!agenda.await(this::isDone, unit.toNanos(timeout))) {
            throw new TimeoutException("not done after %d %s of virtual time".formatted(timeout, unit));
        }
        return super.get();
    }

    @Override
    public long getDelay(TimeUnit unit) {
        Due planned = entry;
        return unit.convert(planned == null ? 0 : planned.at() - agenda.now(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
        return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
}

package asyncjava.testkit.schedule;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The timer of a schedule's virtual time, which takes its time: another thread may have its turn before
/// and after a task is put on it, before a task is taken off or asked about, and before it calls back.
///
/// A test hands it to code that has something to do right before or after, such as to note down what it has
/// planned.
public final class PausingTimer extends AbstractExecutorService implements ScheduledExecutorService {

    private final Schedule schedule;
    private final ScheduledExecutorService timer;
    private volatile boolean calledFromBeside;

    public PausingTimer(Schedule schedule) {
        this.schedule = schedule;
        timer = schedule.time().scheduler();
    }

    /// Whether a thread beside the schedule has called it. Such a thread may not have done yet what it is
    /// about to, so that what is left on the timer says nothing.
    public boolean isCalledFromBeside() {
        return calledFromBeside;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return schedule(Executors.callable(command), delay, unit);
    }

    @Override
    public <V extends @Nullable Object> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        pause();
        ScheduledFuture<V> future = timer.schedule(
                () -> {
                    Schedule.pause();
                    return callable.call();
                },
                delay,
                unit);
        Schedule.pause();
        return new PausingFuture<>(future);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        pause();
        ScheduledFuture<?> future = timer.scheduleAtFixedRate(pausing(command), initialDelay, period, unit);
        Schedule.pause();
        return new PausingFuture<>(future);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        pause();
        ScheduledFuture<?> future = timer.scheduleWithFixedDelay(pausing(command), initialDelay, delay, unit);
        Schedule.pause();
        return new PausingFuture<>(future);
    }

    @Override
    public void execute(Runnable command) {
        pause();
        timer.execute(pausing(command));
        Schedule.pause();
    }

    @Override
    public void shutdown() {
        pause();
        timer.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        pause();
        return timer.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return timer.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return timer.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return timer.awaitTermination(timeout, unit);
    }

    private void pause() {
        calledFromBeside |= !schedule.decidesHere();
        Schedule.pause();
    }

    private static Runnable pausing(Runnable command) {
        return () -> {
            Schedule.pause();
            command.run();
        };
    }

    private final class PausingFuture<V extends @Nullable Object> implements ScheduledFuture<V> {

        private final ScheduledFuture<V> future;

        PausingFuture(ScheduledFuture<V> future) {
            this.future = future;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            pause();
            return future.cancel(mayInterruptIfRunning);
        }

        @Override
        public boolean isCancelled() {
            pause();
            return future.isCancelled();
        }

        @Override
        public boolean isDone() {
            pause();
            return future.isDone();
        }

        @Override
        public V get() throws InterruptedException, ExecutionException {
            return future.get();
        }

        @Override
        public V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
            return future.get(timeout, unit);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return future.getDelay(unit);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}

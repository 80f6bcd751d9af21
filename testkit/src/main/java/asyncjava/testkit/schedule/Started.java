package asyncjava.testkit.schedule;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/// Code that was started on a thread of a schedule.
public final class Started<T extends @Nullable Object> {

    private final FutureTask<T> call;
    private volatile boolean endedInterrupted;
    private volatile boolean asked;
    private final Thread thread;

    private Started(String name, Callable<T> code, ThreadFactory threads) {
        call = new FutureTask<>(code);
        thread = threads.newThread(() -> {
            call.run();
            endedInterrupted = Thread.currentThread().isInterrupted();
        });
        thread.setName(name);
    }

    static <T extends @Nullable Object> Started<T> start(String name, Callable<T> code, ThreadFactory threads) {
        Started<T> started = new Started<>(name, code, threads);
        started.thread.start();
        return started;
    }

    /// Waits for its end and returns what it returned.
    ///
    /// @throws AssertionError when it threw, with that as its cause; an assertion's own error is thrown as
    /// it is
    public T result() throws InterruptedException {
        asked = true;
        try {
            return call.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError failed) {
                throw failed;
            }
            throw new AssertionError("%s failed: %s".formatted(thread.getName(), e.getCause()), e.getCause());
        }
    }

    /// Waits for its end and returns what it threw.
    ///
    /// @throws AssertionError when it returned
    public Throwable failure() throws InterruptedException {
        asked = true;
        try {
            throw new AssertionError(
                    "Expected %s to throw, but it returned: %s".formatted(thread.getName(), call.get()));
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    public boolean isDone() {
        return call.isDone();
    }

    public void interrupt() {
        thread.interrupt();
    }

    /// Interrupts it, waits for its end, and sees that the interrupt was not swallowed: either it threw an
    /// [InterruptedException], or its thread's interrupt status was set at its end.
    ///
    /// Code that does not end at all fails the scenario too.
    public void endsWhenInterrupted() throws InterruptedException {
        asked = true;
        interrupt();
        try {
            T result = call.get();
            thread.join();
            if (!endedInterrupted) {
                throw new AssertionError("""
                        Expected %s to end with an InterruptedException, or with its interrupt status set, but it swallowed \
                        the interrupt and returned: %s
                        Whoever catches an InterruptedException throws it on, or calls \
                        Thread.currentThread().interrupt().""".formatted(thread.getName(), result));
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof InterruptedException)) {
                throw new AssertionError(
                        "Expected an InterruptedException of %s, but it threw: %s"
                                .formatted(thread.getName(), e.getCause()),
                        e.getCause());
            }
        }
    }

    Thread thread() {
        return thread;
    }

    /// What it threw; empty when it returned, or has not ended.
    Optional<Throwable> thrown() {
        return call.state() == Future.State.FAILED ? Optional.of(call.exceptionNow()) : Optional.empty();
    }

    /// That it threw, where nobody has asked for it.
    Optional<Failure> unnoticedFailure() {
        return thrown().filter(_ -> !asked)
                .map(thrown -> Failure.of("%s failed: %s".formatted(thread.getName(), thrown), thrown));
    }
}

package asyncjava.taskrunner;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Calls a runner on a thread of its own, so that the test's thread is free to open gates, or to interrupt the call.
final class Caller {

    private final FutureTask<List<Result>> call;
    private final Thread thread;

    private Caller(Callable<List<Result>> work) {
        call = new FutureTask<>(work);
        thread = Thread.ofPlatform().name("caller").start(call);
    }

    static Caller of(TaskRunner runner, List<? extends Task> tasks) {
        return new Caller(() -> runner.run(tasks));
    }

    /// What the call returned.
    List<Result> results() throws InterruptedException {
        try {
            return call.get();
        } catch (ExecutionException e) {
            throw new AssertionError("expected the call to return results, but it threw", e.getCause());
        }
    }

    void interrupt() {
        thread.interrupt();
    }

    /// What the call threw.
    Throwable failure() throws InterruptedException {
        try {
            throw new AssertionError("expected the call to throw, but it returned " + call.get());
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    /// Whether the calling thread has nothing left to do but to wait, or has ended.
    boolean isWaitingOrEnded() {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> true;
            case NEW, RUNNABLE, BLOCKED -> false;
        };
    }
}

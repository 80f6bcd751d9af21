package asyncjava.taskrunner.concepts;

import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Work is under way that nobody needs any more. asyncio raises `CancelledError` at the `await` where it
/// stands. Java interrupts its thread, and whatever blocks there throws `InterruptedException`. Either is an
/// exception on its way out: `finally` cleans up, and nothing may hold it on the way.
///
/// Expect two breakfasts, cancelled after 150 ms. The first gives up its tea, washes up and ends there. The
/// second catches the exception, loses its tea, and goes on to make all the rest.
///
/// Reach for `Future.cancel(true)` to stop one task, and for `shutdownNow` or a scope to stop all. Do not catch
/// `InterruptedException` unless you end there too; where you may not throw it, set the flag again.
final class Cancellation {

    private Cancellation() {}

    static void main() throws InterruptedException {
        Timeline ending = Timeline.start();
        var washingUp = new SlowCall("washing up", Duration.ofMillis(100), ending);
        cancel(() -> cleaningUp(SlowCall.breakfast(ending), washingUp), () -> Thread.sleep(150));
        Show.timeline("Cancelled, and cleaned up", ending);

        Timeline goingOn = Timeline.start();
        cancel(() -> swallowing(SlowCall.breakfast(goingOn)), () -> Thread.sleep(150));
        Show.timeline("The mistake, an interrupt that is swallowed", goingOn);
    }

    /// Cancels a task once the moment has come. The future is cancelled at once, though the task may still
    /// clean up: it is the end of the executor's block that waits for it.
    static void cancel(Callable<?> task, Moment moment) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> future = executor.submit(task);
            moment.await();
            future.cancel(true);
        }
    }

    static List<String> cleaningUp(List<? extends Callable<String>> steps, Callable<?> washUp) throws Exception {
        try {
            return OneAfterAnother.callInTurn(steps);
        } finally {
            washUp.call(); // may wait as well: the exception has taken the interrupt flag's place
        }
    }

    /// The mistake: the interrupt is taken for a step that went wrong, and the next step is begun. The flag is
    /// clear again and the exception is gone, so that neither `cancel` nor `shutdownNow` stops the task.
    static List<String> swallowing(List<? extends Callable<String>> steps) throws Exception {
        List<String> answers = new ArrayList<>();
        for (Callable<String> step : steps) {
            try {
                answers.add(step.call());
            } catch (InterruptedException e) {
                answers.add("none"); // caught here, it ends nothing
            }
        }
        return answers;
    }

    @FunctionalInterface
    interface Moment {
        void await() throws InterruptedException;
    }
}

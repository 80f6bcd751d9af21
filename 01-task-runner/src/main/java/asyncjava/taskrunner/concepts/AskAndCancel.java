package asyncjava.taskrunner.concepts;

import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// asyncio's `create_task` begins some work and gives a Task, which can be asked how it is and can be
/// cancelled. In Java that is the `Future` of an executor. `cancel(true)` interrupts its thread; whoever waits
/// for the answer gets a `CancellationException`. But asyncio's Task is done when its `finally` is over, and
/// Java's Future at once.
///
/// Expect the tea to be asked twice, while it is made and when it is done. The egg is cancelled after 100 ms,
/// and then its pan is washed. In the first picture the toast waits for the pan; in the second it is made in a
/// pan that is still being washed.
///
/// Reach for `cancel(true)` when nobody needs the answer any more, and for the end of the block to know that
/// the work has stopped. Do not use `cancel(false)` for that: it interrupts nobody, and the work goes on to its
/// end.
final class AskAndCancel {

    private AskAndCancel() {}

    static void main() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> tea = executor.submit(new SlowCall("tea", Duration.ofMillis(100), Timeline.start()));
            IO.println("The tea, asked at once: " + ask(tea));
            tea.get();
            IO.println("The tea, asked after get(): " + ask(tea));
        }
        show("Cancelled, and waited for", AskAndCancel::cancelAndLeaveTheBlock);
        show("The mistake, cancelled and taken for stopped", AskAndCancel::cancelAndGet);
    }

    static String ask(Future<String> task) {
        return switch (task.state()) {
            case RUNNING -> "still running";
            case SUCCESS -> "done, " + task.resultNow();
            case FAILED -> "failed, " + task.exceptionNow().getMessage();
            case CANCELLED -> "cancelled";
        };
    }

    static String cancelAndLeaveTheBlock(Callable<String> first, Callable<?> until, Callable<String> next)
            throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> task = executor.submit(first);
            until.call();
            task.cancel(true);
        } // waits for the thread, and so for its finally
        return next.call();
    }

    /// The mistake: in asyncio this waits until the task has cleaned up. Here `isDone()` is true and `get()`
    /// throws as soon as `cancel` was called, whatever the thread still does.
    static String cancelAndGet(Callable<String> first, Callable<?> until, Callable<String> next) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> task = executor.submit(first);
            until.call();
            task.cancel(true);
            try {
                return task.get();
            } catch (CancellationException e) { // taken for the end of the work
                return next.call();
            }
        }
    }

    private static void show(String heading, Way way) throws Exception {
        Timeline timeline = Timeline.start();
        SlowCall egg = new SlowCall("egg", Duration.ofMillis(400), timeline);
        SlowCall washing = new SlowCall("washing the pan", Duration.ofMillis(200), timeline);
        SlowCall changeOfMind = new SlowCall("a change of mind", Duration.ofMillis(100), timeline);
        SlowCall toast = new SlowCall("toast in that pan", Duration.ofMillis(150), timeline);
        way.run(() -> withCleanUp(egg, washing), changeOfMind, toast);
        Show.timeline(heading, timeline);
    }

    private static String withCleanUp(Callable<String> work, Callable<String> cleanUp) throws Exception {
        try {
            return work.call();
        } finally {
            cleanUp.call();
        }
    }

    @FunctionalInterface
    interface Way {
        String run(Callable<String> first, Callable<?> until, Callable<String> next) throws Exception;
    }
}

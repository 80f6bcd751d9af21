package asyncjava.taskrunner;

import static asyncjava.testkit.TimelineAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import asyncjava.taskrunner.Result.Done;
import asyncjava.taskrunner.Result.Failed;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every style promises. Each has a test of its own name that extends this, so that a failure says which style.
@LeavesNoThreadBehind
abstract class TaskRunnerContract {

    abstract TaskRunner runner();

    /// How many of so many tasks are under way when as many as can be are.
    abstract int underWay(int tasks);

    @Test
    void anAnswerForEachTaskInTheOrderOfTheTasks() throws InterruptedException {
        Gate open = Gate.closed();
        open.open();

        List<Result> results = runner().run(tasks(5, open));

        assertThat(results)
                .containsExactly(done("task-0"), done("task-1"), done("task-2"), done("task-3"), done("task-4"));
    }

    @Test
    void noTasksNoResults() throws InterruptedException {
        assertThat(runner().run(List.of())).isEmpty();
    }

    @Test
    void aFailureCostsNoOtherTaskItsResult() throws InterruptedException {
        Exception failure = new IOException("unreachable");
        Gate failing = Gate.closed();
        failing.failWith(failure);
        Gate gate = Gate.closed();
        Caller<List<Result>> caller =
                call(runner(), List.of(new GatedTask("broken", failing), new GatedTask("slow", gate)));

        // The failure is there before the other task has ended.
        gate.awaitInside(1);
        gate.open();

        assertThat(caller.result()).containsExactly(new Failed(failure), done("slow"));
    }

    @Test
    void everyTaskMayFailAndEachFailureIsItsOwn() throws InterruptedException {
        Exception first = new IOException("first");
        Exception second = new IllegalStateException("second");
        Gate gateOfFirst = Gate.closed();
        gateOfFirst.failWith(first);
        Gate gateOfSecond = Gate.closed();
        gateOfSecond.failWith(second);

        List<Result> results =
                runner().run(List.of(new GatedTask("first", gateOfFirst), new GatedTask("second", gateOfSecond)));

        assertThat(results).containsExactly(new Failed(first), new Failed(second));
    }

    @Test
    void interruptingTheCallerCancelsWhatIsUnderWay() throws InterruptedException {
        Gate gate = Gate.closed();
        Timeline timeline = Timeline.start();
        Caller<List<Result>> caller = call(runner(), recorded(tasks(3, gate), timeline));
        int underWay = underWay(3);
        gate.awaitInside(underWay);

        caller.interrupt();

        assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
        assertThat(gate.inside()).isZero();
        assertThat(gate.cancelled()).isEqualTo(underWay);
        assertThat(timeline.count(Outcome.CANCELLED)).isEqualTo(underWay);
    }

    @Test
    void theExceptionTakesTheInterruptFlagsPlace() throws InterruptedException {
        Gate gate = Gate.closed();
        AtomicBoolean flagWhenCallEnded = new AtomicBoolean(true);
        TaskRunner runner = runner();
        Caller<List<Result>> caller = call(
                tasks -> {
                    try {
                        return runner.run(tasks);
                    } finally {
                        flagWhenCallEnded.set(Thread.currentThread().isInterrupted());
                    }
                },
                tasks(1, gate));
        gate.awaitInside(1);

        caller.interrupt();

        assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
        assertThat(flagWhenCallEnded).isFalse();
    }

    @Test
    void aCallThatIsInterruptedBeforeItBeginsLeavesNothingRunning() throws InterruptedException {
        Gate gate = Gate.closed();
        TaskRunner runner = runner();

        Caller<List<Result>> caller = call(
                tasks -> {
                    Thread.currentThread().interrupt();
                    return runner.run(tasks);
                },
                tasks(3, gate));

        assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
        assertThat(gate.inside()).isZero();
    }

    @Test
    void theCallWaitsForTheCleanUpOfWhatItCancelled() throws InterruptedException {
        Gate gate = Gate.closed();
        CountDownLatch mayCleanUp = new CountDownLatch(1);
        AtomicInteger cleaned = new AtomicInteger();
        AtomicInteger cleanedWhenCallEnded = new AtomicInteger();
        TaskRunner runner = runner();
        Caller<List<Result>> caller = call(
                tasks -> {
                    try {
                        return runner.run(tasks);
                    } finally {
                        cleanedWhenCallEnded.set(cleaned.get());
                    }
                },
                List.of(new GatedTask("task", gate, () -> {
                    awaitUninterruptibly(mayCleanUp);
                    cleaned.incrementAndGet();
                })));
        gate.awaitInside(1);

        caller.interrupt();
        await().pollInterval(Duration.ofMillis(1)).until(() -> gate.cancelled() == 1);
        // A call that does not wait for the clean-up ends here, and is seen to.
        await().pollInterval(Duration.ofMillis(1)).until(caller::isWaitingOrEnded);
        mayCleanUp.countDown();

        assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
        assertThat(cleanedWhenCallEnded).hasValue(1);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static List<Task> tasks(int count, Gate gate) {
        return IntStream.range(0, count)
                .<Task>mapToObj(i -> new GatedTask("task-" + i, gate))
                .toList();
    }

    static List<Task> recorded(List<Task> tasks, Timeline timeline) {
        return tasks.stream().map(task -> task.recordedOn(timeline)).toList();
    }

    static Caller<List<Result>> call(TaskRunner runner, List<? extends Task> tasks) {
        return Caller.of(() -> runner.run(tasks));
    }

    static Result done(String answer) {
        return new Done(answer);
    }
}

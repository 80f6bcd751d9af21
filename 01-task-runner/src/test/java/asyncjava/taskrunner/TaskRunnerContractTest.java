package asyncjava.taskrunner;

import static asyncjava.testkit.TimelineAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import asyncjava.taskrunner.Result.Done;
import asyncjava.taskrunner.Result.Failed;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// What every style promises, and what all but the sequential one promise besides.
@LeavesNoThreadBehind
final class TaskRunnerContractTest {

    @ParameterizedTest
    @EnumSource(Style.class)
    void anAnswerForEachTaskInTheOrderOfTheTasks(Style style) throws InterruptedException {
        Gate open = Gate.closed();
        open.open();

        List<Result> results = style.runner().run(tasks(5, open));

        assertThat(results)
                .containsExactly(done("task-0"), done("task-1"), done("task-2"), done("task-3"), done("task-4"));
    }

    @ParameterizedTest
    @EnumSource(value = Style.class, mode = Mode.EXCLUDE, names = "SEQUENTIAL")
    void theOrderOfResultsIsThatOfTheTasksThoughTheyEndInReverse(Style style) throws InterruptedException {
        List<Gate> gates = IntStream.range(0, 3).mapToObj(_ -> Gate.closed()).toList();
        Caller caller = Caller.of(
                style.runner(),
                IntStream.range(0, 3)
                        .mapToObj(i -> new GatedTask("task-" + i, gates.get(i)))
                        .toList());

        for (Gate gate : gates.reversed()) {
            gate.awaitInside(1);
            gate.open();
        }

        assertThat(caller.results()).containsExactly(done("task-0"), done("task-1"), done("task-2"));
    }

    @ParameterizedTest
    @EnumSource(value = Style.class, mode = Mode.EXCLUDE, names = "SEQUENTIAL")
    void allTasksAreUnderWayAtOnce(Style style) throws InterruptedException {
        Gate gate = Gate.closed();
        Timeline timeline = Timeline.start();
        Caller caller = Caller.of(style.runner(), recorded(tasks(100, gate), timeline));

        gate.awaitInside(100);
        gate.open();

        assertThat(caller.results()).hasSize(100).allMatch(Done.class::isInstance);
        assertThat(timeline).hasPeakInFlight(100);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void noTasksNoResults(Style style) throws InterruptedException {
        assertThat(style.runner().run(List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void aFailureCostsNoOtherTaskItsResult(Style style) throws InterruptedException {
        Exception failure = new IOException("unreachable");
        Gate failing = Gate.closed();
        failing.failWith(failure);
        Gate gate = Gate.closed();
        Caller caller =
                Caller.of(style.runner(), List.of(new GatedTask("broken", failing), new GatedTask("slow", gate)));

        // The failure is there before the other task has ended.
        gate.awaitInside(1);
        gate.open();

        assertThat(caller.results()).containsExactly(new Failed(failure), done("slow"));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void everyTaskMayFailAndEachFailureIsItsOwn(Style style) throws InterruptedException {
        Exception first = new IOException("first");
        Exception second = new IllegalStateException("second");
        Gate gateOfFirst = Gate.closed();
        gateOfFirst.failWith(first);
        Gate gateOfSecond = Gate.closed();
        gateOfSecond.failWith(second);

        List<Result> results =
                style.runner().run(List.of(new GatedTask("first", gateOfFirst), new GatedTask("second", gateOfSecond)));

        assertThat(results).containsExactly(new Failed(first), new Failed(second));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void interruptingTheCallerCancelsWhatIsUnderWay(Style style) throws InterruptedException {
        Gate gate = Gate.closed();
        Timeline timeline = Timeline.start();
        Caller caller = Caller.of(style.runner(), recorded(tasks(3, gate), timeline));
        int underWay = style == Style.SEQUENTIAL ? 1 : 3;
        gate.awaitInside(underWay);

        caller.interrupt();

        assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
        assertThat(gate.inside()).isZero();
        assertThat(gate.cancelled()).isEqualTo(underWay);
        assertThat(timeline.count(Outcome.CANCELLED)).isEqualTo(underWay);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void theExceptionTakesTheInterruptFlagsPlace(Style style) throws InterruptedException {
        Gate gate = Gate.closed();
        AtomicBoolean flagWhenCallEnded = new AtomicBoolean(true);
        TaskRunner runner = style.runner();
        Caller caller = Caller.of(
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

    @ParameterizedTest
    @EnumSource(Style.class)
    void aCallThatIsInterruptedBeforeItBeginsLeavesNothingRunning(Style style) throws InterruptedException {
        Gate gate = Gate.closed();
        TaskRunner runner = style.runner();

        Caller caller = Caller.of(
                tasks -> {
                    Thread.currentThread().interrupt();
                    return runner.run(tasks);
                },
                tasks(3, gate));

        assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
        assertThat(gate.inside()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void theCallWaitsForTheCleanUpOfWhatItCancelled(Style style) throws InterruptedException {
        Gate gate = Gate.closed();
        CountDownLatch mayCleanUp = new CountDownLatch(1);
        AtomicInteger cleaned = new AtomicInteger();
        AtomicInteger cleanedWhenCallEnded = new AtomicInteger();
        TaskRunner runner = style.runner();
        Caller caller = Caller.of(
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

    private static List<Task> tasks(int count, Gate gate) {
        return IntStream.range(0, count)
                .<Task>mapToObj(i -> new GatedTask("task-" + i, gate))
                .toList();
    }

    private static List<Task> recorded(List<Task> tasks, Timeline timeline) {
        return tasks.stream().map(task -> task.recordedOn(timeline)).toList();
    }

    private static Result done(String answer) {
        return new Done(answer);
    }
}

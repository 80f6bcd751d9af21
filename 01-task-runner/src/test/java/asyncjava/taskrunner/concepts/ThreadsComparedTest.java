package asyncjava.taskrunner.concepts;

import static asyncjava.testkit.TimelineAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.common.report.Run;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@LeavesNoThreadBehind
final class ThreadsComparedTest {

    private static final int THREADS = 3;

    private final Gate gate = Gate.closed();
    private final List<Callable<Integer>> twentyWaits = Collections.nCopies(20, () -> {
        gate.pass();
        return 1;
    });

    static Stream<Named<Measurement.Way>> ways() {
        return Stream.of(
                Named.of("in turn", ThreadsCompared::inTurn),
                Named.of("on platform threads", parts -> ThreadsCompared.onPlatformThreads(parts, THREADS)),
                Named.of("on virtual threads", ThreadsCompared::onVirtualThreads),
                Named.of("in parallel", ThreadsCompared::inParallel));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyWayCountsTheSamePrimes(Measurement.Way way) throws Exception {
        assertThat(way.sum(MeasuredJob.CPU_BOUND.calls(2))).isEqualTo(9_592);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyWayWaitsForEveryAnswer(Measurement.Way way) throws Exception {
        assertThat(way.sum(MeasuredJob.IO_BOUND.calls(5))).isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aPartThatFailsFailsTheWholeAndItsReasonIsKept(Measurement.Way way) {
        List<Callable<Integer>> parts = List.of(() -> 1, () -> MeasuredJob.CPU_BOUND.part(-1));

        assertThatThrownBy(() -> way.sum(parts)).hasStackTraceContaining("part must be from 0 to 39, was -1");
    }

    @Test
    void inTurnThereIsOneUnderWay() throws InterruptedException {
        assertThat(peakOf(ThreadsCompared::inTurn, 1)).isEqualTo(1);
    }

    @Test
    void onAPoolThereAreAsManyUnderWayAsItHasThreads() throws InterruptedException {
        assertThat(peakOf(parts -> ThreadsCompared.onPlatformThreads(parts, THREADS), THREADS))
                .isEqualTo(THREADS);
    }

    @Test
    void onVirtualThreadsAllAreUnderWayAtOnce() throws InterruptedException {
        assertThat(peakOf(ThreadsCompared::onVirtualThreads, 20)).isEqualTo(20);
    }

    @Test
    void inParallelThereAreSeveralUnderWay() throws InterruptedException {
        try (Caller<Integer> caller = Caller.of(() -> ThreadsCompared.inParallel(twentyWaits))) {
            // No more is certain: the common pool deals out the parts as it likes, and may add threads for the gate.
            gate.awaitInside(2);
            gate.open();

            assertThat(caller.result()).isEqualTo(20);
        }
    }

    @Test
    void aMeasurementHasEveryPartOnItsTimeline() throws Exception {
        Run run = Measurement.of("in turn", MeasuredJob.IO_BOUND.calls(5), ThreadsCompared::inTurn);

        assertThat(run.style()).isEqualTo("in turn");
        assertThat(run.elapsed()).isGreaterThanOrEqualTo(run.timeline().makespan());
        assertThat(run.timeline()).hasSpans(5).ranOneAfterAnother();
    }

    /// Lets the waits out one by one, each time when so many are under way together, or all that are left.
    private int peakOf(Measurement.Way way, int together) throws InterruptedException {
        try (Caller<Integer> caller = Caller.of(() -> way.sum(twentyWaits))) {
            for (int left = twentyWaits.size(); left > 0; left--) {
                gate.awaitInside(Math.min(together, left));
                gate.openOne();
            }
            assertThat(caller.result()).isEqualTo(20);
            return gate.peakInside();
        }
    }
}

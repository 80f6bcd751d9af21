package asyncjava.taskrunner;

import static asyncjava.testkit.TimelineAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.timeline.Timeline;
import asyncjava.taskrunner.Result.Done;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every style but the sequential one promises besides.
abstract class ConcurrentRunnerContract extends TaskRunnerContract {

    @Override
    final int underWay(int tasks) {
        return tasks;
    }

    @Test
    void theOrderOfResultsIsThatOfTheTasksThoughTheyEndInReverse() throws InterruptedException {
        List<Gate> gates = IntStream.range(0, 3).mapToObj(_ -> Gate.closed()).toList();
        Caller<List<Result>> caller = call(
                runner(),
                IntStream.range(0, 3)
                        .mapToObj(i -> new GatedTask("task-" + i, gates.get(i)))
                        .toList());

        for (Gate gate : gates.reversed()) {
            gate.awaitInside(1);
            gate.open();
        }

        assertThat(caller.result()).containsExactly(done("task-0"), done("task-1"), done("task-2"));
    }

    @Test
    void allTasksAreUnderWayAtOnce() throws InterruptedException {
        Gate gate = Gate.closed();
        Timeline timeline = Timeline.start();
        Caller<List<Result>> caller = call(runner(), recorded(tasks(100, gate), timeline));

        gate.awaitInside(100);
        gate.open();

        assertThat(caller.result()).hasSize(100).allMatch(Done.class::isInstance);
        assertThat(timeline).hasPeakInFlight(100);
    }
}

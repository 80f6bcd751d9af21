package asyncjava.taskrunner;

import static asyncjava.testkit.TimelineAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.timeline.Timeline;
import asyncjava.testkit.Caller;
import asyncjava.testkit.VirtualTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the course promises of waits: at once they do not add up.
final class SimulatedTasksTest {

    @Test
    void aThousandTasksOfAnHourTakeAnHour() throws InterruptedException {
        try (VirtualTime time = VirtualTime.startWithReactor()) {
            Timeline timeline = Timeline.on(time.nanoTime());
            List<Task> tasks = TaskSource.numbered(1000, Duration.ofHours(1)).stream()
                    .map(task -> task.recordedOn(timeline))
                    .toList();
            Caller<List<Result>> caller = Caller.of(() -> new ReactiveRunner().run(tasks));

            time.awaitScheduled(1000);
            time.advance(Duration.ofHours(1));

            assertThat(caller.result()).hasSize(1000).allMatch(Result.Done.class::isInstance);
            assertThat(timeline).hasPeakInFlight(1000).hasMakespan(Duration.ofHours(1));
        }
    }

    @Test
    void oneAfterAnotherTheyNeverOverlap() throws InterruptedException {
        Timeline timeline = Timeline.start();
        List<Task> tasks = TaskSource.numbered(3, Duration.ofMillis(5)).stream()
                .map(task -> task.recordedOn(timeline))
                .toList();

        new SequentialRunner().run(tasks);

        assertThat(timeline).ranOneAfterAnother().hasPeakInFlight(1).startedInOrder("task-1", "task-2", "task-3");
    }
}

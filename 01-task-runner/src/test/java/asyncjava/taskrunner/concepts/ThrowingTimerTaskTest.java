package asyncjava.taskrunner.concepts;

import static asyncjava.testkit.TimelineAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import asyncjava.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ThrowingTimerTaskTest {

    private static final Duration PERIOD = Duration.ofMillis(100);

    private final VirtualTime time = VirtualTime.start();
    private final Timeline timeline = Timeline.on(time.nanoTime());
    private final RuntimeException failure = new IllegalStateException("the second run fails");

    @AfterEach
    void endTime() {
        time.close();
    }

    @Test
    void aTaskThatThrowsOnceIsNeverRunAgainAndOnlyItsFutureKnows() {
        Future<?> series = ThrowingTimerTask.everyUntilItThrows(PERIOD, this::failTheSecondTime, time.scheduler());

        time.advance(PERIOD.multipliedBy(100)); // throws nothing here, where the task was run

        assertThat(timeline).startedAt("task", Duration.ZERO, PERIOD);
        assertThat(time.scheduled()).isZero();
        assertThat(series.exceptionNow()).isSameAs(failure);
    }

    @Test
    void aTaskThatCatchesGoesOnAndItsFailureIsReported() {
        List<RuntimeException> reported = new ArrayList<>();
        Future<?> series =
                ThrowingTimerTask.everyThoughItThrows(PERIOD, this::failTheSecondTime, reported::add, time.scheduler());

        time.advance(PERIOD.multipliedBy(3));

        assertThat(timeline).startedAt("task", Duration.ZERO, PERIOD, PERIOD.multipliedBy(2), PERIOD.multipliedBy(3));
        assertThat(reported).containsExactly(failure);
        assertThat(series).isNotDone();
    }

    private void failTheSecondTime() {
        timeline.open("task").end(Outcome.OK);
        if (timeline.opened() == 2) {
            throw failure;
        }
    }
}

package asyncjava.taskrunner.concepts;

import static asyncjava.testkit.TimelineAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OneAfterAnotherTest {

    @Test
    void noCallBeginsBeforeTheOneBeforeItHasEnded() throws Exception {
        Timeline timeline = Timeline.start();
        List<SlowCall> calls = List.of(
                new SlowCall("first", Duration.ofMillis(2), timeline),
                new SlowCall("second", Duration.ofMillis(1), timeline));

        assertThat(OneAfterAnother.callInTurn(calls)).containsExactly("first", "second");

        assertThat(timeline).hasSpans(2).ranOneAfterAnother();
    }
}

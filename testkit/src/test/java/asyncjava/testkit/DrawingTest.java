package asyncjava.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class DrawingTest {

    @Test
    void whoeverListensHearsSentences() {
        assertThat(Drawing.of(timeline(), true)).isEqualTo("api-a: began at 0 ms, ended at 300 ms, succeeded.\n");
    }

    @Test
    void whoeverLooksSeesBars() {
        assertThat(Drawing.of(timeline(), false)).startsWith("  api-a  ██████").contains("300 ms");
    }

    private static Timeline timeline() {
        VirtualTime time = VirtualTime.start();
        Timeline timeline = Timeline.on(time.nanoTime());
        var span = timeline.open("api-a");
        time.advance(Duration.ofMillis(300));
        span.end(Outcome.OK);
        return timeline;
    }
}

package asyncjava.common.report;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.timeline.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class TimelineInWordsTest {

    @Test
    void eachSpanIsASentence() {
        assertThat(TimelineInWords.tell(Recorded.staircase()).lines())
                .containsExactly(
                        "task-1: began at 0 ms, ended at 300 ms, succeeded.",
                        "task-2: began at 300 ms, ended at 420 ms, failed.",
                        "task-3: began at 420 ms, ended at 600 ms, was cancelled.",
                        "task-4: began at 600 ms, ended at 900 ms, succeeded.");
    }

    @Test
    void whatHasNotEndedIsStillUnderWay() {
        assertThat(TimelineInWords.tell(Recorded.atOnce()))
                .endsWith("task-4: began at 0 ms, still under way at 300 ms.\n");
    }

    @Test
    void ofManyTheSameOnesAreToldAsAreDrawn() {
        assertThat(TimelineInWords.tell(Recorded.many("task", 1000, 300)).lines())
                .hasSize(21)
                .contains("980 more: 980 ok.", "task-299: began at 299 ms, ended at 300 ms, failed.");
    }

    @Test
    void anEmptyOneSaysSo() {
        assertThat(TimelineInWords.tell(Timeline.start())).isEqualTo("Nothing was recorded.\n");
    }
}

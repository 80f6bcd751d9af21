package asyncjava.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.timeline.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Tests that fail, in the ways in which those of an exercise do. A JVM that has run them is sooner done
/// with the next failure: the words and the drawing need a good thousand classes.
public final class UsualFailures {

    @Test
    void oneListIsNotTheOther() {
        assertThat(List.of("b", "a")).containsExactly("a", "b");
    }

    @Test
    void inWordsOfItsOwn() {
        assertThat(List.of("b", "a"))
                .withFailMessage("Expected %s", List.of("a", "b"))
                .containsExactly("a", "b");
    }

    @Test
    void nothingOverlaps() throws Exception {
        Timeline timeline = Timeline.start();
        timeline.record("a", () -> 1);
        timeline.record("b", () -> 2);
        TimelineAssert.assertThat(timeline).overlapped("a", "b");
    }
}

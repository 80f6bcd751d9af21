package asyncjava.common.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TimelineTest {

    private final HandClock clock = new HandClock();
    private final Timeline timeline = Timeline.on(clock);

    @Test
    void aSpanKnowsWhenItBeganWhenItEndedAndHow() {
        clock.advance(Duration.ofMillis(5));
        OpenSpan open = timeline.open("a");
        clock.advance(Duration.ofMillis(20));
        open.end(Outcome.FAILED);
        clock.advance(Duration.ofMillis(100));

        assertThat(timeline.spans())
                .containsExactly(new Span(
                        "a",
                        Duration.ofMillis(5),
                        Duration.ofMillis(25),
                        Outcome.FAILED,
                        Thread.currentThread().getName()));
    }

    @Test
    void spansComeInTheOrderOfTheirStarts() {
        timeline.open("first");
        timeline.open("together with the first");
        clock.advance(Duration.ofMillis(1));
        timeline.open("later");

        assertThat(timeline.spans())
                .extracting(Span::name)
                .containsExactly("first", "together with the first", "later");
    }

    @Test
    void theMakespanIsFromTheFirstStartToTheLastEnd() {
        clock.advance(Duration.ofSeconds(1));
        OpenSpan early = timeline.open("early");
        clock.advance(Duration.ofMillis(10));
        OpenSpan late = timeline.open("late");
        clock.advance(Duration.ofMillis(10));
        early.end(Outcome.OK);
        clock.advance(Duration.ofMillis(10));
        late.end(Outcome.OK);
        clock.advance(Duration.ofSeconds(1));

        assertThat(timeline.makespan()).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void theMakespanOfNothingIsZero() {
        clock.advance(Duration.ofSeconds(1));
        assertThat(timeline.makespan()).isZero();
    }

    @Test
    void whatStillRunsReachesUpToNow() {
        timeline.open("ends").end(Outcome.OK);
        timeline.open("runs");
        clock.advance(Duration.ofMillis(7));

        assertThat(timeline.spans().get(1).outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(timeline.spans().get(1).duration()).isEqualTo(Duration.ofMillis(7));
        assertThat(timeline.makespan()).isEqualTo(Duration.ofMillis(7));
        assertThat(timeline.count(Outcome.RUNNING)).isEqualTo(1);
    }

    @Test
    void thePeakIsTheMostThatRanAtOnceThoughFewerRunNow() {
        OpenSpan a = timeline.open("a");
        OpenSpan b = timeline.open("b");
        a.end(Outcome.OK);
        timeline.open("c").end(Outcome.OK);
        b.end(Outcome.OK);
        timeline.open("d").end(Outcome.OK);

        assertThat(timeline.peakInFlight()).isEqualTo(2);
        assertThat(timeline.count(Outcome.RUNNING)).isZero();
    }

    @Test
    void theFirstSpansAreKeptAndAllAreCounted() {
        Timeline small = Timeline.keeping(3);
        for (int i = 0; i < 10; i++) {
            small.open("task-" + i).end(i < 8 ? Outcome.OK : Outcome.FAILED);
        }

        assertThat(small.spans()).extracting(Span::name).containsExactly("task-0", "task-1", "task-2");
        assertThat(small.opened()).isEqualTo(10);
        assertThat(small.leftOut()).isEqualTo(7);
        assertThat(small.count(Outcome.OK)).isEqualTo(8);
        assertThat(small.count(Outcome.FAILED)).isEqualTo(2);
    }

    @Test
    void aMillionSpansCanBeRecorded() {
        Timeline large = Timeline.start();
        for (int i = 0; i < 1_000_000; i++) {
            large.open("sleep").end(Outcome.OK);
        }

        assertThat(large.spans()).hasSize(1_000_000);
        assertThat(large.leftOut()).isZero();
        assertThat(large.peakInFlight()).isEqualTo(1);
    }

    @Test
    void aClockMayBeNegativeAndMayWrapAround() {
        HandClock wrapping = new HandClock(Long.MAX_VALUE - 1);
        Timeline timeline = Timeline.on(wrapping);
        OpenSpan open = timeline.open("over the edge");
        wrapping.advance(Duration.ofNanos(10));
        open.end(Outcome.OK);

        assertThat(wrapping.getAsLong()).isNegative();
        assertThat(timeline.makespan()).isEqualTo(Duration.ofNanos(10));
        assertThat(timeline.spans().getFirst().duration()).isEqualTo(Duration.ofNanos(10));
    }

    @Test
    void spansThatOnlyTouchDoNotOverlap() {
        Span first = new Span("a", Duration.ofMillis(0), Duration.ofMillis(10), Outcome.OK, "main");
        Span next = new Span("b", Duration.ofMillis(10), Duration.ofMillis(20), Outcome.OK, "main");
        Span across = new Span("c", Duration.ofMillis(9), Duration.ofMillis(11), Outcome.OK, "main");

        assertThat(first.overlaps(next)).isFalse();
        assertThat(first.overlaps(across)).isTrue();
        assertThat(across.overlaps(next)).isTrue();
    }

    @Test
    void badInputIsRefusedAndNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timeline.keeping(0))
                .withMessage("limit must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timeline.open("a").end(Outcome.RUNNING))
                .withMessageContaining("was RUNNING");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Span("a", Duration.ofMillis(2), Duration.ofMillis(1), Outcome.OK, "main"))
                .withMessageContaining("PT0.002S to PT0.001S");
    }
}

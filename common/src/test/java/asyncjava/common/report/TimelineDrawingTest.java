package asyncjava.common.report;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.cli.Terminal;
import asyncjava.common.timeline.HandClock;
import asyncjava.common.timeline.OpenSpan;
import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class TimelineDrawingTest {

    @Test
    void aStaircaseIsDrawnAsAStaircase() {
        assertThat(TimelineDrawing.draw(Recorded.staircase(), Terminal.plain(60)))
                .isEqualTo("""
                task-1  █████████                     300 ms
                task-2           ╳╳╳╳                 failed after 120 ms
                task-3               ░░░░░░           cancelled after 180 ms
                task-4                     █████████  300 ms
                        ├ 0                 900 ms ┤
                """);
    }

    @Test
    void whatRunsAtOnceStandsBelowEachOther() {
        assertThat(TimelineDrawing.draw(Recorded.atOnce(), Terminal.plain(60))).isEqualTo("""
                task-1  ████████████████████████████  300 ms
                task-2  ╳╳╳╳╳╳╳╳╳╳╳                   failed after 120 ms
                task-3  ░░░░░░░░░░░░░░░░░             cancelled after 180 ms
                task-4  »»»»»»»»»»»»»»»»»»»»»»»»»»»»  still running
                        ├ 0                 300 ms ┤
                """);
    }

    @Test
    void asciiSaysTheSame() {
        assertThat(TimelineDrawing.draw(Recorded.staircase(), new Terminal(60, false, false)))
                .isEqualTo("""
                task-1  #########                     300 ms
                task-2           xxxx                 failed after 120 ms
                task-3               ------           cancelled after 180 ms
                task-4                     #########  300 ms
                        | 0                 900 ms |
                """);
        assertThat(TimelineDrawing.draw(Recorded.atOnce(), new Terminal(60, false, false)))
                .isEqualTo("""
                task-1  ############################  300 ms
                task-2  xxxxxxxxxxx                   failed after 120 ms
                task-3  -----------------             cancelled after 180 ms
                task-4  >>>>>>>>>>>>>>>>>>>>>>>>>>>>  still running
                        | 0                 300 ms |
                """);
    }

    @Test
    void aNarrowTerminalGetsShorterWords() {
        assertThat(TimelineDrawing.draw(Recorded.staircase(), Terminal.plain(30)))
                .isEqualTo("""
                task-1  ████         300 ms
                task-2      ╳        failed
                task-3       ░░      cancelled
                task-4         ████  300 ms
                           900 ms ┤
                """);
    }

    @Test
    void aLongerScaleLeavesRoomAtTheRight() {
        assertThat(TimelineDrawing.draw(Recorded.atOnce(), Terminal.plain(60), Duration.ofMillis(600)))
                .isEqualTo("""
                task-1  ██████████████                300 ms
                task-2  ╳╳╳╳╳╳                        failed after 120 ms
                task-3  ░░░░░░░░                      cancelled after 180 ms
                task-4  »»»»»»»»»»»»»»                still running
                        ├ 0                 600 ms ┤
                """);
    }

    @Test
    void aScaleTooShortForTheSpansIsStretched() {
        assertThat(TimelineDrawing.draw(Recorded.staircase(), Terminal.plain(60), Duration.ofMillis(1)))
                .isEqualTo(TimelineDrawing.draw(Recorded.staircase(), Terminal.plain(60)));
    }

    @Test
    void colourIsAddedAndNothingElseChanges() {
        String plain = TimelineDrawing.draw(Recorded.staircase(), Terminal.plain(60));
        String coloured = TimelineDrawing.draw(Recorded.staircase(), new Terminal(60, true, true));

        assertThat(plain).doesNotContain("\u001b");
        assertThat(coloured).contains("\u001b[31mfailed after 120 ms\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain);
    }

    @Test
    void nothingRecordedIsSaid() {
        assertThat(TimelineDrawing.draw(Timeline.start(), Terminal.plain(60))).isEqualTo("(nothing was recorded)\n");
    }

    @Test
    void theTimeScaleBeginsWithTheFirstSpan() {
        HandClock clock = new HandClock();
        Timeline timeline = Timeline.on(clock);
        clock.advance(Duration.ofHours(1));
        Recorded.span(timeline, clock, "late", 5, Outcome.OK);

        assertThat(TimelineDrawing.draw(timeline, Terminal.plain(30))).isEqualTo("""
                late  ██████████████████  5 ms
                      ├ 0         5 ms ┤
                """);
    }

    @Test
    void theShortestSpanStillHasACell() {
        HandClock clock = new HandClock();
        Timeline timeline = Timeline.on(clock);
        timeline.open("start").end(Outcome.OK);
        Recorded.span(timeline, clock, "long", 1000, Outcome.OK);
        timeline.open("end").end(Outcome.OK);
        List<String> lines = bars(TimelineDrawing.draw(timeline, Terminal.plain(40)));

        assertThat(lines.get(0)).startsWith("█ ");
        assertThat(lines.get(2)).endsWith(" █  0 ms");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 57, 80, 133, 200})
    void aBarBeginsWhereThePreviousOneEnded(int width) {
        Random random = new Random(width);
        HandClock clock = new HandClock();
        Timeline timeline = Timeline.on(clock);
        for (int i = 0; i < 10; i++) {
            // Long enough for a cell each, of any length beyond that.
            OpenSpan open = timeline.open("t" + i);
            clock.advance(Duration.ofNanos(1_000_000 + random.nextLong(1_000_000)));
            open.end(Outcome.OK);
        }
        List<String> bars = bars(TimelineDrawing.draw(timeline, Terminal.plain(width)));

        int end = 0;
        for (String bar : bars) {
            assertThat(bar.indexOf('█')).isEqualTo(end);
            end = bar.lastIndexOf('█') + 1;
        }
    }

    @Test
    void everyOutcomeHasAGlyphOfItsOwn() {
        for (Terminal terminal : List.of(Terminal.plain(60), new Terminal(60, false, false))) {
            assertThat(OutcomeLook.values())
                    .extracting(look -> look.bar(1, terminal))
                    .doesNotHaveDuplicates();
        }
    }

    /// What stands right of the names, without the axis.
    private static List<String> bars(String drawing) {
        List<String> lines = drawing.lines().toList();
        int start = lines.getLast().indexOf('├');
        return lines.subList(0, lines.size() - 1).stream()
                .map(line -> line.substring(start))
                .toList();
    }
}

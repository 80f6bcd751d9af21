package asyncjava.common.report;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.cli.Terminal;
import asyncjava.common.timeline.HandClock;
import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class TimelineDrawingNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task",
                "",
                "a name so long that no terminal has room for all of it, and then some more of it",
                "日本語のタスク名前がとても長い",
                "e\u0301e\u0301e\u0301",
                "new\nline",
                "\u001b[31mred\u001b[0m",
                "👩‍👩‍👧 family",
                "\u202eright to left",
                "한국어 작업",
                "tab\tand\u0000zero\u2028",
                "\ud800 half a character",
            })
    void noLineIsWiderThanTheTerminalAndNoNameBreaksALine(String name) {
        // Every width at which something has to give, and some at which nothing has.
        for (int width = 1; width <= 140; width += width < 50 ? 1 : 15) {
            Timeline timeline = Recorded.many(name, 30, 7);
            timeline.open(name);
            String unicode = TimelineDrawing.draw(timeline, Terminal.plain(width));
            String ascii = TimelineDrawing.draw(timeline, new Terminal(width, false, false));

            assertFits(unicode, width);
            assertFits(ascii, width);
            assertThat(ascii.codePoints()).allMatch(point -> point < 0x7f);
        }
    }

    @Test
    void wideNamesLineUpWithNarrowOnes() {
        HandClock clock = new HandClock();
        Timeline timeline = Timeline.on(clock);
        Recorded.span(timeline, clock, "日本", 1, Outcome.OK);
        Recorded.span(timeline, clock, "abcd", 1, Outcome.OK);
        Recorded.span(timeline, clock, "e\u0301", 1, Outcome.OK);

        assertThat(TimelineDrawing.draw(timeline, Terminal.plain(24))).isEqualTo("""
                日本  ████          1 ms
                abcd      ████      1 ms
                e\u0301             ████  1 ms
                      ├ 0   3 ms ┤
                """);
    }

    private static void assertFits(String drawing, int width) {
        // 20 spans, the line that counts the others, and the axis.
        assertThat(drawing).hasLineCount(22).endsWith("\n");
        assertThat(drawing.lines()).allSatisfy(line -> assertThat(columns(line)).isLessThanOrEqualTo(width));
        assertThat(drawing.replace("\n", "").codePoints())
                .noneMatch(point ->
                        Character.isISOControl(point) || point == 0x202e || point == 0x2028 || point == 0x200d);
    }

    // Measured apart from the code under test: what is wide and what is nothing in the names above.
    private static int columns(String line) {
        int columns = 0;
        for (int point : line.codePoints().toArray()) {
            boolean wide = Character.isIdeographic(point)
                    || Character.isEmojiPresentation(point)
                    || (point >= 0x3041 && point <= 0x30ff)
                    || (point >= 0xac00 && point <= 0xd7a3);
            columns += point == 0x301 ? 0 : wide ? 2 : 1;
        }
        return columns;
    }
}

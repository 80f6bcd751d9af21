package asyncjava.common.report;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.cli.Terminal;
import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Span;
import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class TimelineDrawingRowsTest {

    @Test
    void whatIsLeftOutIsCountedExactly() {
        String drawing = TimelineDrawing.draw(Recorded.many("task", 1000, 300), Terminal.plain(60));

        assertThat(drawing.lines().map(line -> line.split(" ", 2)[0]))
                .containsExactly(
                        "task-0",
                        "task-1",
                        "task-2",
                        "task-3",
                        "task-4",
                        "task-5",
                        "task-6",
                        "task-7",
                        "task-8",
                        "task-9",
                        "⋮",
                        "task-299",
                        "task-599",
                        "task-899",
                        "task-993",
                        "task-994",
                        "task-995",
                        "task-996",
                        "task-997",
                        "task-998",
                        "task-999",
                        "");
        assertThat(drawing).contains("\n⋮ 980 more: 980 ok\n");
        assertThat(TimelineDrawing.draw(Recorded.many("task", 1000, 10), Terminal.plain(60)))
                .contains("\n⋮ 980 more: 887 ok, 93 failed\n");
    }

    @Test
    void theLineThatCountsStandsWhereTheFirstIsLeftOut() {
        String drawing = TimelineDrawing.draw(Recorded.many("task", 10, 1), Terminal.plain(60), Duration.ZERO, 6);

        assertThat(drawing.lines().map(line -> line.split(" ", 2)[0]))
                .containsExactly("task-0", "task-1", "task-2", "task-3", "task-4", "⋮", "task-9", "");
    }

    @Test
    void asManySpansAsRowsAreAllShown() {
        assertThat(TimelineDrawing.draw(Recorded.many("task", 20, 300), Terminal.plain(60)))
                .doesNotContain("more")
                .hasLineCount(21);
    }

    @Test
    void theNumberOfRowsCanBeChosen() {
        assertThat(TimelineDrawing.draw(Recorded.many("task", 9, 300), Terminal.plain(60), Duration.ZERO, 1))
                .hasLineCount(3)
                .contains("task-0 ")
                .contains("⋮ 8 more: 8 ok");
    }

    @Test
    void spansThatWereNeverKeptAreCountedToo() {
        Timeline small = Timeline.keeping(2);
        for (int i = 0; i < 7; i++) {
            small.open("task-" + i).end(Outcome.OK);
        }

        assertThat(TimelineDrawing.draw(small, Terminal.plain(60))).contains("\n⋮ 5 more were counted but not kept\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 19, 20})
    void theFirstAndTheLastAreShownAndTheRowsStayInOrder(int rows) {
        for (int failEvery : new int[] {1, 2, 3, 7, 15, 1000}) {
            for (int more : new int[] {1, 2, 10, 80}) {
                List<Span> spans = Recorded.many("task", rows + more, failEvery).spans();
                Excerpt excerpt = Excerpt.of(spans, rows);

                assertThat(excerpt.shown())
                        .hasSize(rows)
                        .isSortedAccordingTo(Comparator.comparing(Span::start))
                        .startsWith(spans.getFirst())
                        .endsWith(spans.getLast());
                assertThat(excerpt.hidden()).hasSize(more).doesNotContainAnyElementsOf(excerpt.shown());
            }
        }
    }
}

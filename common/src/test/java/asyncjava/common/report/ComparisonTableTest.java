package asyncjava.common.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import asyncjava.common.cli.Terminal;
import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ComparisonTableTest {

    private static final Run SEQUENTIAL = new Run("sequential", Duration.ofMillis(3020), Recorded.many("task", 10, 99));
    private static final Run AT_ONCE = new Run("virtual-threads", Duration.ofMillis(302), Timeline.start());

    @Test
    void theColumnsLineUp() {
        assertThat(ComparisonTable.draw(List.of(SEQUENTIAL, AT_ONCE), Terminal.plain(80)))
                .isEqualTo("""
                style              time  speed-up  peak in flight
                sequential       3.02 s     1.00×               1
                virtual-threads  302 ms     10.0×               0
                """);
    }

    @Test
    void asciiSaysTheSame() {
        assertThat(ComparisonTable.draw(List.of(SEQUENTIAL, AT_ONCE), new Terminal(80, false, false)))
                .contains("10.0x")
                .isEqualToIgnoringWhitespace(ComparisonTable.draw(List.of(SEQUENTIAL, AT_ONCE), Terminal.plain(80))
                        .replace('×', 'x'));
    }

    @Test
    void theSpeedUpIsAgainstTheSequentialRunWhereverItStands() {
        assertThat(ComparisonTable.draw(List.of(AT_ONCE, SEQUENTIAL), Terminal.plain(80)))
                .containsPattern("virtual-threads.* 10.0×")
                .containsPattern("sequential.* 1.00×");
    }

    @Test
    void withoutASequentialRunTheSpeedUpIsAgainstTheFirst() {
        Run slower = new Run("slower", Duration.ofMillis(604), Timeline.start());

        assertThat(ComparisonTable.draw(List.of(AT_ONCE, slower), Terminal.plain(80)))
                .containsPattern("virtual-threads.* 1.00×")
                .containsPattern("slower.* 0.50×");
    }

    @Test
    void failedAndCancelledAreCountedWhenThereAreAny() {
        Run troubled = new Run("troubled", Duration.ofMillis(900), Recorded.staircase());

        assertThat(ComparisonTable.draw(List.of(SEQUENTIAL, troubled), Terminal.plain(80)))
                .isEqualTo("""
                style         time  speed-up  peak in flight  failed  cancelled
                sequential  3.02 s     1.00×               1       0          0
                troubled    900 ms     3.36×               1       1          1
                """);
    }

    /// One page may take several requests, of which the last went well.
    @Test
    void whatIsCountedIsNamedWhereTheRunsSayIt() {
        Run scraped = new Run("threads", Duration.ofMillis(900), Recorded.staircase(), "requests");

        assertThat(ComparisonTable.draw(List.of(scraped), Terminal.plain(80))).isEqualTo("""
                style      time  speed-up  peak in flight  failed requests  cancelled requests
                threads  900 ms     1.00×               1                1                   1
                """);
        assertThat(ComparisonTable.draw(List.of(scraped), Terminal.plain(60))).isEqualTo("""
                style      time  speed-up  peak  failed  cancelled
                threads  900 ms     1.00×     1       1          1
                """);
    }

    @Test
    void aRunThatTookNoTimeHasNoSpeedUp() {
        Run instant = new Run("instant", Duration.ZERO, Timeline.start());

        assertThat(ComparisonTable.draw(List.of(SEQUENTIAL, instant), Terminal.plain(80)))
                .containsPattern("instant +0 ms +- +0");
    }

    @Test
    void aNarrowTerminalShortensAHeadingBeforeItCutsAStyle() {
        assertThat(ComparisonTable.draw(List.of(SEQUENTIAL, AT_ONCE), Terminal.plain(42)))
                .isEqualTo("""
                style              time  speed-up  peak
                sequential       3.02 s     1.00×     1
                virtual-threads  302 ms     10.0×     0
                """);
        assertThat(ComparisonTable.draw(List.of(SEQUENTIAL), Terminal.plain(20)))
                .isEqualTo("""
                sequential
                  time: 3.02 s
                  speed-up: 1.00×
                  peak in flight: 1
                """);
    }

    @Test
    void noLineIsWiderThanTheTerminalAndNoNumberIsLost() {
        for (int width = 24; width <= 80; width++) {
            String table = ComparisonTable.draw(List.of(SEQUENTIAL, AT_ONCE), Terminal.plain(width));
            int limit = width;

            assertThat(table.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(limit));
            assertThat(table).contains("3.02 s", "302 ms", "1.00×", "10.0×");
        }
    }

    @Test
    void aStyleIsMadePrintable() {
        Run odd = new Run("\u001b[2J\nodd", Duration.ofMillis(1), Timeline.start());

        assertThat(ComparisonTable.draw(List.of(odd), Terminal.plain(80)))
                .hasLineCount(2)
                .doesNotContain("\u001b");
    }

    @Test
    void noRunsAreSaidToBeNone() {
        assertThat(ComparisonTable.draw(List.of(), Terminal.plain(80))).isEqualTo("(nothing was run)\n");
    }

    @Test
    void aNegativeTimeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Run("a", Duration.ofMillis(-1), Timeline.start()))
                .withMessage("elapsed must not be negative, was PT-0.001S");
    }
}

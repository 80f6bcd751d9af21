package asyncjava.common.report;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.cli.Terminal;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StyleRunsTest {

    @ParameterizedTest
    @CsvSource({"PT1S, PT1S, false", "PT0.05S, PT1S, false", "PT0.0125S, PT1S, false", "PT0.012S, PT1S, true"})
    void aRunKeepsTheScaleOfTheLongestUnlessThatWouldLeaveItLessThanAColumn(
            Duration makespan, Duration longest, boolean tooShort) {
        assertThat(StyleRuns.tooShortToSee(makespan, longest, Terminal.plain(80)))
                .isEqualTo(tooShort);
    }
}

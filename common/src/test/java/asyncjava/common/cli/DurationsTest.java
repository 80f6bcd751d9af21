package asyncjava.common.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 ms",
        "PT0.00000012S, 120 ns",
        "PT0.00085S, 850 µs",
        "PT0.0015S, 1.5 ms",
        "PT0.02S, 20 ms",
        "PT0.302S, 302 ms",
        "PT0.3024S, 302 ms",
        "PT0.9996S, 1 s",
        "PT2S, 2 s",
        "PT3.0249S, 3.02 s",
        "PT59.94S, 59.9 s",
        "PT59.96S, 1 min",
        "PT1M5S, 1 min 5 s",
        "PT59M59.6S, 1 h",
        "PT27H46M39S, 27 h 47 min",
        "PT-2S, -2 s",
    })
    void aDurationIsWrittenWithAsManyDigitsAsMatter(Duration duration, String text) {
        assertThat(Durations.format(duration)).isEqualTo(text);
    }

    @Test
    void microsecondsAreWrittenInAsciiWhereTheTerminalKnowsNothingElse() {
        assertThat(Durations.format(Duration.ofNanos(850_000), new Terminal(80, false, false)))
                .isEqualTo("850 us");
        assertThat(Durations.format(Duration.ofNanos(850_000), Terminal.plain(80)))
                .isEqualTo("850 µs");
    }

    @ParameterizedTest
    @CsvSource({
        "300ms, PT0.3S",
        "300 ms, PT0.3S",
        "' 2s ', PT2S",
        "1.5s, PT1.5S",
        "1m, PT1M",
        "1.5min, PT1M30S",
        "2h, PT2H",
        "250us, PT0.00025S",
        "250µs, PT0.00025S",
        "7ns, PT0.000000007S",
        "0ms, PT0S",
        "2562047h, PT2562047H",
    })
    void aNumberWithAUnitIsRead(String text, Duration duration) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "300", "ms", "-1s", "1e9s", "1,5s", "1.s", ".5s", "1d", "2s3", "1S", "١s"})
    void anythingElseIsRefusedInWordsThatSayWhatIsAccepted(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessage("got \"" + text + "\"; accepted: a number with a unit, such as 300ms, 2s or 1.5m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2562048h", "999999999999999999h", "9999999999999999s"})
    void whatDoesNotFitIntoNanosecondsIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessage("got \"" + text + "\"; accepted: up to 2562047h, or 292 years");
    }

    @Test
    void aMillionDigitsAreRefusedRatherThanMultiplied() {
        assertThatIllegalArgumentException().isThrownBy(() -> Durations.parse("9".repeat(1_000_000) + "s"));
    }

    @Test
    void whatIsReadIsNeverTooLongForNanoseconds() {
        assertThat(Durations.parse("2562047h").toNanos()).isPositive();
    }
}

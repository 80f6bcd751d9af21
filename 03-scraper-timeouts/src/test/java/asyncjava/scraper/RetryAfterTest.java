package asyncjava.scraper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                             | PT0S
            120                           | PT2M
            ' 7 '                         | PT7S
            Sat, 21 Nov 2026 12:00:30 GMT | PT30S
            Sat, 21 Nov 2026 11:00:00 GMT | PT0S
            """)
    void secondsAndDatesAreUnderstood(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, NOW)).hasValue(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999", "2026-11-21"})
    void anythingElseSaysNothing(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }

    @Test
    void aDateFarAwayIsJustLong() {
        assertThat(RetryAfter.parse("Fri, 31 Dec 9999 23:59:59 GMT", NOW).orElseThrow())
                .isGreaterThan(Duration.ofDays(365));
    }
}

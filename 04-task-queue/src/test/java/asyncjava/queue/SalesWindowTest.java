package asyncjava.queue;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.queue.SalesWindow.Sales;
import asyncjava.queue.SalesWindow.Sold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SalesWindowTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private Instant now = NOON;
    private final SalesWindow window = new SalesWindow(() -> now);

    @Test
    void nothingIsInItBeforeAnythingIsSold() {
        assertThat(window.last(3)).isEqualTo(new Sales(0, List.of()));
    }

    @Test
    void itAddsUpWhatWasSoldInDifferentSeconds() {
        sell("tea", 2, 650);
        passes(Duration.ofMillis(500));
        sell("cup", 1, 890);
        passes(Duration.ofSeconds(30));
        sell("tea", 3, 650);

        assertThat(window.last(3)).isEqualTo(new Sales(5 * 650 + 890, List.of(new Sold("tea", 5), new Sold("cup", 1))));
    }

    @Test
    void thoseOfWhichAsManyWereSoldStandByName() {
        sell("tray", 2, 100);
        sell("cup", 2, 100);
        sell("spoon", 3, 100);
        sell("kettle", 2, 100);

        assertThat(window.last(3).top())
                .containsExactly(new Sold("spoon", 3), new Sold("cup", 2), new Sold("kettle", 2));
    }

    @Test
    void whatIsNotNamedIsInTheSumAllTheSame() {
        sell("tray", 1, 100);
        sell("cup", 2, 100);

        assertThat(window.last(1)).isEqualTo(new Sales(300, List.of(new Sold("cup", 2))));
    }

    @Test
    void aSaleIsInItForAMinuteAndNoLonger() {
        sell("tea", 1, 650);

        passes(SalesWindow.LENGTH.minusNanos(1));
        assertThat(window.last(3).cents()).isEqualTo(650);

        passes(Duration.ofNanos(1));
        assertThat(window.last(3)).isEqualTo(new Sales(0, List.of()));
    }

    /// It forgets a second at a time.
    @Test
    void theSalesOfASecondLeaveItTogether() {
        sell("tea", 1, 650);
        passes(Duration.ofMillis(999));
        sell("cup", 1, 890);
        passes(Duration.ofMillis(1));
        sell("tray", 1, 1_500);

        passes(SalesWindow.LENGTH.minusSeconds(1));

        assertThat(window.last(3)).isEqualTo(new Sales(1_500, List.of(new Sold("tray", 1))));
    }

    @Test
    void aSecondTakesThePlaceOfTheOneAMinuteBefore() {
        sell("tea", 1, 650);
        passes(SalesWindow.LENGTH);
        sell("cup", 1, 890);

        assertThat(window.last(3)).isEqualTo(new Sales(890, List.of(new Sold("cup", 1))));
    }

    @Test
    void afterManyMinutesThereIsOneInIt() {
        for (int second = 0; second < 200; second++) {
            sell("tea", 1, 650);
            passes(Duration.ofSeconds(1));
        }
        sell("cup", 1, 890);

        assertThat(window.last(3))
                .isEqualTo(new Sales(59 * 650 + 890, List.of(new Sold("tea", 59), new Sold("cup", 1))));
    }

    private void sell(String product, int quantity, long cents) {
        window.sold(new Order("any", "ada", product, quantity, cents));
    }

    private void passes(Duration time) {
        now = now.plus(time);
    }
}

package asyncjava.scraper;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.scraper.Outcome.Clock;
import asyncjava.scraper.Outcome.Failed;
import asyncjava.scraper.Outcome.Refused;
import asyncjava.scraper.Outcome.Scraped;
import asyncjava.scraper.Outcome.TimedOut;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RetriesTest {

    private static final Outcome DOWN = new Refused(503, Optional.empty());
    private static final Outcome SCRAPED =
            new Scraped(new Page(URI.create("http://host/"), 200, "", List.of(), List.of(), List.of()));

    private final AtomicReference<Double> random = new AtomicReference<>(1.0);

    private Retries retries(int most) {
        return new Retries(most, new RetryBudget(), random::get);
    }

    static List<Outcome> worthwhile() {
        return List.of(
                new Refused(408, Optional.empty()),
                new Refused(429, Optional.empty()),
                new Refused(500, Optional.empty()),
                DOWN,
                new TimedOut(Clock.CONNECT, Duration.ofSeconds(1)),
                new TimedOut(Clock.FIRST_BYTE, Duration.ofSeconds(1)),
                new TimedOut(Clock.WHOLE, Duration.ofSeconds(1)),
                new Failed(new ConnectException()),
                new Failed(new IOException("Connection reset")));
    }

    @ParameterizedTest
    @MethodSource("worthwhile")
    void whatMayGoBetterIsTriedAgain(Outcome outcome) {
        assertThat(retries(1).after(outcome, 1)).isPresent();
    }

    static List<Outcome> inVain() {
        return List.of(
                new Refused(404, Optional.empty()),
                new Refused(403, Optional.of(Duration.ofSeconds(1))),
                new TimedOut(Clock.PERMIT, Duration.ofSeconds(1)),
                new TimedOut(Clock.RATE, Duration.ofSeconds(1)),
                new Failed(new UnknownHostException()),
                new Failed(new Unusable("too large")),
                new Failed(new IllegalStateException()),
                new Outcome.Cancelled(),
                SCRAPED);
    }

    @ParameterizedTest
    @MethodSource("inVain")
    void whatWouldEndTheSameIsNot(Outcome outcome) {
        assertThat(retries(1).after(outcome, 1)).isEmpty();
    }

    @Test
    void thereAreSoManyAndNoMore() {
        Retries retries = retries(2);

        assertThat(retries.after(DOWN, 2)).isPresent();
        assertThat(retries.after(DOWN, 3)).isEmpty();
        assertThat(retries(0).after(DOWN, 1)).isEmpty();
    }

    @Test
    void thePauseIsAnythingUpToALimitThatDoubles() {
        Retries retries = retries(100);

        assertThat(retries.after(DOWN, 1)).hasValue(Duration.ofMillis(200));
        assertThat(retries.after(DOWN, 2)).hasValue(Duration.ofMillis(400));
        assertThat(retries.after(DOWN, 5)).hasValue(Duration.ofMillis(3200));
        assertThat(retries.after(DOWN, 7)).hasValue(Retries.LONGEST_PAUSE);
        assertThat(retries.after(DOWN, 70)).hasValue(Retries.LONGEST_PAUSE);
        random.set(0.25);
        assertThat(retries.after(DOWN, 2)).hasValue(Duration.ofMillis(100));
        random.set(0.0);
        assertThat(retries.after(DOWN, 2)).hasValue(Duration.ZERO);
    }

    @Test
    void theServersWishIsGrantedUpToALimitAndNotByAllAtOnce() {
        random.set(0.5);
        Retries retries = retries(9);

        assertThat(retries.after(new Refused(429, Optional.of(Duration.ofSeconds(3))), 1))
                .hasValue(Duration.ofMillis(3_100));
        assertThat(retries.after(new Refused(503, Optional.of(Duration.ofDays(3))), 1))
                .hasValue(Retries.LONGEST_PAUSE.plusMillis(100));
        assertThat(retries.after(new Refused(503, Optional.of(Duration.ZERO)), 1))
                .hasValue(Duration.ofMillis(100));
    }

    @Test
    void theBudgetIsSharedAndEarnedBackBySuccesses() {
        Retries retries = retries(9);
        int paid = 0;
        while (retries.after(DOWN, 1).isPresent()) {
            paid++;
        }

        assertThat(paid).isEqualTo(100);
        for (int i = 0; i < 5; i++) {
            assertThat(retries.after(DOWN, 1)).isEmpty();
            retries.after(SCRAPED, 1);
        }
        assertThat(retries.after(DOWN, 1)).isPresent();
        assertThat(retries.after(DOWN, 1)).isEmpty();
    }

    @Test
    void noMoreIsEarnedThanTheBudgetHolds() {
        RetryBudget budget = new RetryBudget();
        budget.earn();
        int paid = 0;
        while (budget.pay()) {
            paid++;
        }

        assertThat(paid).isEqualTo(100);
    }
}

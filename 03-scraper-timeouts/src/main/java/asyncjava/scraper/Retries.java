package asyncjava.scraper;

import asyncjava.scraper.Outcome.Cancelled;
import asyncjava.scraper.Outcome.Clock;
import asyncjava.scraper.Outcome.Failed;
import asyncjava.scraper.Outcome.Refused;
import asyncjava.scraper.Outcome.Scraped;
import asyncjava.scraper.Outcome.TimedOut;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/// Says whether to try a page again, and after which pause. Only what may go better the next time is tried
/// again, and only because all these requests are a GET, which does no harm when it is repeated.
///
/// The pause is anything between nothing and a limit that doubles with every attempt, at random: "full
/// jitter". Whoever failed together does not come back together.
final class Retries {

    static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final int most;
    private final RetryBudget budget;
    private final DoubleSupplier random;

    /// @param most how often a page is tried again
    /// @param random between 0 and 1
    Retries(int most, RetryBudget budget, DoubleSupplier random) {
        this.most = most;
        this.budget = budget;
        this.random = random;
    }

    /// Hears how an attempt ended.
    ///
    /// @param attempt which it was, from 1
    /// @return the pause before the next one; empty when this was the last
    Optional<Duration> after(Outcome outcome, int attempt) {
        if (outcome instanceof Scraped) {
            budget.earn();
        }
        return attempt <= most && isWorthwhile(outcome) && budget.pay()
                ? Optional.of(pause(outcome, attempt))
                : Optional.empty();
    }

    private static boolean isWorthwhile(Outcome outcome) {
        return switch (outcome) {
            case Refused(int status, var _) -> status == 408 || status == 429 || status >= 500;
            // Whoever waited in vain for a place in our own queue would make it longer.
            case TimedOut(Clock clock, var _) -> clock != Clock.PERMIT && clock != Clock.RATE;
            case Failed(Exception cause) -> cause instanceof IOException && !Failures.isForGood(cause);
            case Scraped _, Cancelled _ -> false;
        };
    }

    private Duration pause(Outcome outcome, int attempt) {
        Duration limit = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 20));
        Duration backoff = Duration.ofNanos((long) (min(limit, LONGEST_PAUSE).toNanos() * random.getAsDouble()));
        if (outcome instanceof Refused refused && refused.retryAfter().isPresent()) {
            return min(refused.retryAfter().get(), LONGEST_PAUSE).plus(backoff);
        }
        return backoff;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

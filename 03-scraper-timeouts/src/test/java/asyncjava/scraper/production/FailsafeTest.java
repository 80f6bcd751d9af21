package asyncjava.scraper.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.failsafe.Bulkhead;
import dev.failsafe.BulkheadFullException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RateLimitExceededException;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import dev.failsafe.Timeout;
import dev.failsafe.TimeoutExceededException;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What Failsafe does where nobody has told it otherwise, as the lesson's section on production says it.
final class FailsafeTest {

    private static final Duration SOON = Duration.ofMillis(1);

    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void theRetryPolicyOfDefaultsAsksThreeTimesWithoutAnyPause() {
        RetryPolicy<Object> policy = RetryPolicy.ofDefaults();

        assertThat(policy.getConfig().getDelay()).isZero();
        assertThat(policy.getConfig().getJitter()).isNull();
        assertThatThrownBy(() -> Failsafe.with(policy).run(() -> {
                    requests.incrementAndGet();
                    throw new IllegalArgumentException("and whatever was thrown");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(requests).hasValue(3);
    }

    @Test
    void anInterruptEndsTheRetries() {
        assertThatThrownBy(() -> Failsafe.with(RetryPolicy.ofDefaults()).run(() -> {
                    requests.incrementAndGet();
                    throw new InterruptedException();
                }))
                .isInstanceOf(FailsafeException.class)
                .hasCauseInstanceOf(InterruptedException.class);
        assertThat(requests).hasValue(1);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void withoutWithInterruptATimeoutOnTheCallersThreadIsToldWhenTheWorkHasEnded() {
        AtomicBoolean hasEnded = new AtomicBoolean();

        assertThatThrownBy(() -> Failsafe.with(Timeout.of(SOON)).run(context -> {
                    // The time limit passes, and the work goes on all the same.
                    await().until(context::isCancelled);
                    assertThat(Thread.currentThread().isInterrupted()).isFalse();
                    hasEnded.set(true);
                }))
                .isInstanceOf(TimeoutExceededException.class);
        assertThat(hasEnded).isTrue();
    }

    @Test
    void theBulkheadOfDefaultsRefusesAtOnceInsteadOfWaiting() {
        Bulkhead<Object> bulkhead = Bulkhead.of(1);
        assertThat(bulkhead.tryAcquirePermit()).isTrue();

        assertThatThrownBy(() -> Failsafe.with(bulkhead).run(() -> {})).isInstanceOf(BulkheadFullException.class);
    }

    @Test
    void aWaiterWhoGivesUpTakesThePermitOfTheBulkheadAlongForEver() throws InterruptedException {
        Bulkhead<Object> bulkhead = Bulkhead.of(1);
        assertThat(bulkhead.tryAcquirePermit()).isTrue();
        assertThat(bulkhead.tryAcquirePermit(SOON)).isFalse();

        bulkhead.releasePermit();

        // A known bug, in 3.3.2: https://github.com/failsafe-lib/failsafe/issues/393. When this fails, it is mended.
        assertThat(bulkhead.tryAcquirePermit()).isFalse();
    }

    @Test
    void theSmoothRateLimiterHasNoBurst() {
        RateLimiter<Object> limiter =
                RateLimiter.smoothBuilder(10, Duration.ofHours(1)).build();

        assertThat(limiter.reservePermit()).isZero();
        assertThat(Stream.generate(limiter::reservePermit).limit(10))
                .allMatch(Duration::isPositive)
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void theBurstyRateLimiterLetsAWholePeriodsPermitsGoAtOneInstant() {
        RateLimiter<Object> limiter =
                RateLimiter.burstyBuilder(10, Duration.ofHours(1)).build();

        assertThat(Stream.generate(limiter::reservePermit).limit(10)).allMatch(Duration::isZero);
        // Nobody has to wait for longer than the one before: the second ten go together when the next hour begins,
        // which may be a moment after the first ten.
        assertThat(Stream.generate(limiter::reservePermit).limit(10))
                .allMatch(Duration::isPositive)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void theRateLimiterAsAPolicyRefusesAtOnceInsteadOfWaiting() {
        RateLimiter<Object> limiter =
                RateLimiter.smoothBuilder(10, Duration.ofHours(1)).build();
        Failsafe.with(limiter).run(() -> {});

        assertThatThrownBy(() -> Failsafe.with(limiter).run(() -> {})).isInstanceOf(RateLimitExceededException.class);
    }

    @Test
    void theFirstPolicyIsTheOutermost() {
        RetryPolicy<Object> retry = RetryPolicy.ofDefaults();

        assertThatThrownBy(() -> Failsafe.with(onePerHour(), retry).run(this::failingRequest))
                .isInstanceOf(IllegalStateException.class);
        assertThat(requests).hasValue(3);

        requests.set(0);
        assertThatThrownBy(() -> Failsafe.with(retry, onePerHour()).run(this::failingRequest))
                .isInstanceOf(RateLimitExceededException.class);
        assertThat(requests).hasValue(1);
    }

    private void failingRequest() {
        requests.incrementAndGet();
        throw new IllegalStateException("the site is down");
    }

    private static RateLimiter<Object> onePerHour() {
        return RateLimiter.smoothBuilder(1, Duration.ofHours(1)).build();
    }
}

package asyncjava.scraper.production;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.site.PracticeSite;
import asyncjava.testkit.Gate;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.retry.MaxRetriesExceededException;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What Resilience4j does where nobody has told it otherwise, as the lesson's section on production says it.
final class Resilience4jTest {

    private static final Duration SOON = Duration.ofMillis(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicInteger requests = new AtomicInteger();
    private final Gate site = Gate.closed();

    @AfterEach
    void letGo() {
        site.open();
    }

    @Test
    void theRateLimiterOfDefaultsAllowsAHundredMillionASecond() {
        RateLimiter limiter = RateLimiter.ofDefaults("site");

        RateLimiterConfig config = limiter.getRateLimiterConfig();
        long periodsInASecond = Duration.ofSeconds(1).dividedBy(config.getLimitRefreshPeriod());
        assertThat(config.getLimitForPeriod() * periodsInASecond).isEqualTo(100_000_000);
        assertThat(IntStream.range(0, 10_000)).allMatch(_ -> limiter.acquirePermission());
    }

    @Test
    void theRateLimiterLetsAWholePeriodsPermitsGoAtOneInstant() {
        RateLimiter limiter = RateLimiter.of(
                "site", perHour(10).timeoutDuration(Duration.ofHours(2)).build());

        assertThat(IntStream.range(0, 10)).allMatch(_ -> limiter.reservePermission() == 0);
        // Nobody has to wait for longer than the one before: the second ten go together when the next hour begins,
        // which may be a moment after the first ten.
        assertThat(LongStream.generate(limiter::reservePermission).limit(10).boxed())
                .allMatch(nanos -> nanos > 0)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void aRateLimiterAroundTheRetryDoesNotCountTheRetries() {
        RateLimiter limiter = RateLimiter.of("site", perHour(10).build());
        Retry retry = Retry.of("site", atOnce().build());

        assertThatThrownBy(() -> limiter.executeCallable(() -> retry.executeCallable(this::failingRequest)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(requests).hasValue(3);
        assertThat(limiter.getMetrics().getAvailablePermissions()).isEqualTo(9);

        assertThatThrownBy(() -> retry.executeCallable(() -> limiter.executeCallable(this::failingRequest)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(limiter.getMetrics().getAvailablePermissions()).isEqualTo(6);
    }

    @Test
    void theBulkheadOfDefaultsRefusesAtOnceInsteadOfWaiting() {
        Bulkhead bulkhead = Bulkhead.of(
                "site", BulkheadConfig.custom().maxConcurrentCalls(1).build());
        bulkhead.acquirePermission();

        assertThatThrownBy(bulkhead::acquirePermission).isInstanceOf(BulkheadFullException.class);
        assertThat(BulkheadConfig.ofDefaults().getMaxConcurrentCalls()).isEqualTo(25);
    }

    @Test
    void theRetryOfDefaultsAsksAgainAfterTheSameHalfSecondEachTime() {
        var pause = RetryConfig.ofDefaults().getIntervalBiFunction();

        assertThat(IntStream.rangeClosed(1, 100).mapToLong(attempt -> pause.apply(attempt, anError())))
                .containsOnly(500L);
    }

    @Test
    void itsRandomPauseIsNeverShorterThanHalf() {
        IntervalFunction pause = IntervalFunction.ofRandomized(1_000);

        // Full jitter would be anything from 0 to 1,000.
        assertThat(IntStream.range(0, 1_000).mapToLong(_ -> pause.apply(1))).allMatch(ms -> 500 <= ms && ms <= 1_500);
    }

    @Test
    void maxAttemptsCountsTheFirst() {
        Retry retry = Retry.of("site", atOnce().maxAttempts(2).build());

        assertThatThrownBy(() -> retry.executeCallable(this::failingRequest));
        assertThat(requests).hasValue(2);
    }

    @Test
    void theRetryAsksAgainWhateverWasThrownAlsoAfterAnInterrupt() {
        Retry retry = Retry.of("site", atOnce().build());

        assertThatThrownBy(() -> retry.executeCallable(() -> {
                    requests.incrementAndGet();
                    throw new InterruptedException();
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(requests).hasValue(3);
    }

    @Test
    void aStatusOf503IsASuccessToIt() throws Exception {
        Retry retry = Retry.of("site", atOnce().build());

        assertThat(retry.executeCallable(this::request503)).isEqualTo(503);
        assertThat(requests).hasValue(1);
    }

    @Test
    void evenARetriedStatusIsReturnedAtTheEndUnlessItIsToldToFail() throws Exception {
        RetryConfig.Builder<Integer> config =
                RetryConfig.<Integer>custom().waitDuration(Duration.ZERO).retryOnResult(status -> status == 503);

        assertThat(Retry.of("site", config.build()).executeCallable(this::request503))
                .isEqualTo(503);
        assertThat(requests).hasValue(3);
        Retry strict = Retry.of("site", config.failAfterMaxAttempts(true).build());
        assertThatThrownBy(() -> strict.executeCallable(this::request503))
                .isInstanceOf(MaxRetriesExceededException.class);
    }

    @Test
    void theTimeLimiterCancelsACompletableFutureAndItsWorkGoesOn() throws InterruptedException {
        CompletableFuture<String> unread = new CompletableFuture<>();
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> {
            site.mono().block();
            unread.complete("a page that nobody reads");
        });
        site.awaitInside(1);

        assertThatThrownBy(() -> TimeLimiter.of(SOON).executeFutureSupplier(() -> work))
                .isInstanceOf(TimeoutException.class);
        assertThat(work).isCancelled();
        site.open();
        assertThat(unread).succeedsWithin(PATIENCE);
    }

    @Test
    void theTimeLimiterOfTheClientsOwnFutureEndsTheRequest() throws IOException, InterruptedException {
        try (var practiceSite = PracticeSite.start();
                var client = HttpClient.newHttpClient()) {
            practiceSite.hold("page", site.mono());
            var request = HttpRequest.newBuilder(practiceSite.uri("/held/page")).build();
            var sent = client.sendAsync(request, BodyHandlers.ofString());
            site.awaitInside(1);

            assertThatThrownBy(() -> TimeLimiter.of(SOON).executeFutureSupplier(() -> sent))
                    .isInstanceOf(TimeoutException.class);
            site.awaitEmpty();
        }
    }

    @Test
    void theTimeLimiterOfAStageLeavesTheRequestUnderWay() throws IOException {
        CompletableFuture<String> unread = new CompletableFuture<>();
        try (var practiceSite = PracticeSite.start();
                var client = HttpClient.newHttpClient();
                var timer = Executors.newSingleThreadScheduledExecutor()) {
            practiceSite.hold("page", site.mono());
            var request = HttpRequest.newBuilder(practiceSite.uri("/held/page")).build();

            var limited = TimeLimiter.of(SOON)
                    .executeCompletionStage(
                            timer,
                            () -> client.sendAsync(
                                    request,
                                    _ -> BodySubscribers.mapping(BodySubscribers.ofString(UTF_8), body -> {
                                        unread.complete(body);
                                        return body;
                                    })));
            assertThatThrownBy(limited.toCompletableFuture()::join).hasCauseInstanceOf(TimeoutException.class);

            site.open();
            assertThat(unread).succeedsWithin(PATIENCE).isEqualTo("page\n");
        }
    }

    @Test
    void theTimeLimiterInterruptsTheWorkOfAnExecutor() throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> work = executor.submit(() -> {
                site.pass();
                return "";
            });
            site.awaitInside(1);

            assertThatThrownBy(() -> TimeLimiter.of(SOON).executeFutureSupplier(() -> work))
                    .isInstanceOf(TimeoutException.class);
            site.awaitEmpty();
        }
    }

    private Integer failingRequest() {
        requests.incrementAndGet();
        throw new IllegalStateException("the site is down");
    }

    private Integer request503() {
        requests.incrementAndGet();
        return 503;
    }

    private static RetryConfig.Builder<Object> atOnce() {
        return RetryConfig.custom().waitDuration(Duration.ZERO);
    }

    private static RateLimiterConfig.Builder perHour(int limit) {
        return RateLimiterConfig.custom().limitForPeriod(limit).limitRefreshPeriod(Duration.ofHours(1));
    }

    private static Either<Throwable, Object> anError() {
        return Either.left(new IllegalStateException());
    }
}

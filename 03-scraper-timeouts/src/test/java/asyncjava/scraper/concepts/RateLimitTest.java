package asyncjava.scraper.concepts;

import static asyncjava.testkit.TimelineAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.common.timeline.Timeline;
import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.VirtualTime;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

@LeavesNoThreadBehind
final class RateLimitTest {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final VirtualTime time = VirtualTime.startWithReactor();
    private final Timeline timeline = Timeline.on(time.nanoTime());

    @AfterEach
    void endTime() {
        time.close();
    }

    @Test
    void noCallBeginsBeforeItsToken() {
        AtomicInteger begun = new AtomicInteger();
        Callable<Integer> call = begun::incrementAndGet;
        TokenBucket bucket = new TokenBucket(INTERVAL, 3, time.nanoTime(), rest -> {
            time.advance(rest);
            if (time.elapsed().equals(INTERVAL.multipliedBy(2))) {
                throw new InterruptedException();
            }
        });

        assertThatThrownBy(() -> RateLimit.withBucket(Collections.nCopies(10, call), bucket))
                .isInstanceOf(InterruptedException.class);

        // A burst of three, and one after 100 ms. The one that was to begin after 200 ms has not.
        assertThat(begun).hasValue(4);
    }

    @Test
    void inReactorOneBeginsInEachIntervalHoweverManyAreUnderWay() {
        SlowCall page = new SlowCall("page", INTERVAL.multipliedBy(5), timeline);
        StepVerifier.create(RateLimit.withReactor(Collections.nCopies(4, page), INTERVAL))
                .then(() -> time.advance(Duration.ofSeconds(2)))
                .expectNextCount(4)
                .verifyComplete();

        assertThat(timeline)
                .startedAt(
                        "page", INTERVAL, INTERVAL.multipliedBy(2), INTERVAL.multipliedBy(3), INTERVAL.multipliedBy(4))
                .hasPeakInFlight(4);
    }

    @Test
    void withASemaphoreAFasterServerGetsMoreRequestsInASecond() {
        assertThat(requestsInASecond(Duration.ofMillis(100))).isEqualTo(20);
        assertThat(requestsInASecond(Duration.ofMillis(10))).isEqualTo(200);
        assertThat(requestsInASecond(Duration.ofMillis(1))).isEqualTo(2000);
    }

    private long requestsInASecond(Duration latency) {
        Timeline requests = Timeline.on(time.nanoTime());
        var asking = RateLimit.limitedInNumber(new SlowCall("page", latency, requests).mono(), 2)
                .subscribe();
        time.advance(Duration.ofSeconds(1).minusNanos(1));
        asking.dispose();
        assertThat(requests).hasPeakInFlight(2);
        return requests.opened();
    }
}

package asyncjava.scraper.concepts;

import static asyncjava.testkit.TimelineAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import asyncjava.testkit.Caller;
import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class TokenBucketTest {

    private final VirtualTime time = VirtualTime.start();
    private final Timeline timeline = Timeline.on(time.nanoTime());

    /// Whoever waits moves the time.
    private final TokenBucket bucket = new TokenBucket(ms(100), 3, time.nanoTime(), time::advance);

    /// Whoever waits sleeps until the test moves the time.
    private final TokenBucket asleep = new TokenBucket(ms(100), 1, time.nanoTime(), time::sleep);

    @Test
    void aFullBucketIsABurstAndThenOneInEachInterval() throws InterruptedException {
        take(6);

        assertThat(timeline).startedAt("taken", ms(0), ms(0), ms(0), ms(100), ms(200), ms(300));
    }

    @Test
    void aRestSavesUpNoMoreThanTheBucketHolds() throws InterruptedException {
        take(3);
        time.advance(ms(5000));
        take(4);

        assertThat(timeline).startedAt("taken", ms(0), ms(0), ms(0), ms(5000), ms(5000), ms(5000), ms(5100));
    }

    @Test
    void aPartOfAnIntervalIsNotLost() throws InterruptedException {
        take(3);
        time.advance(ms(170));
        take(2);

        assertThat(timeline).startedAt("taken", ms(0), ms(0), ms(0), ms(170), ms(200));
    }

    @Test
    void inNoSecondMoreBeginThanTheRateAndTheBurst() throws InterruptedException {
        SplittableRandom rests = new SplittableRandom(1);
        List<Duration> moments = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            time.advance(ms(rests.nextInt(8) == 0 ? rests.nextInt(1000) : 0));
            bucket.take();
            moments.add(time.elapsed());
        }

        // Ten come in a second, three have been saved up before it.
        for (int i = 0; i + 13 < moments.size(); i++) {
            assertThat(moments.get(i + 13).minus(moments.get(i))).isGreaterThanOrEqualTo(ms(1000));
        }
    }

    @Test
    void whoIsInterruptedHasTakenNoneAndTheNextInTheQueueGetsIt() throws InterruptedException {
        asleep.take();
        try (Caller<Duration> first = taking()) {
            time.awaitSleepers(1);
            try (Caller<Duration> second = taking()) {
                await().pollInterval(ms(1)).until(second::isWaitingOrEnded);
                first.interrupt();
                assertThat(first.failure()).isInstanceOf(InterruptedException.class);

                time.awaitSleepers(1);
                time.advance(ms(100));
                assertThat(second.result()).isEqualTo(ms(100));
            }
        }
    }

    @Test
    void whoIsInterruptedInTheQueueLeavesItAtOnce() throws InterruptedException {
        asleep.take();
        try (Caller<Duration> first = taking()) {
            time.awaitSleepers(1);
            try (Caller<Duration> second = taking()) {
                await().pollInterval(ms(1)).until(second::isWaitingOrEnded);
                second.interrupt();
                assertThat(second.failure()).isInstanceOf(InterruptedException.class);
            }
            assertThat(time.sleepers()).isOne();
            time.advance(ms(100));
            assertThat(first.result()).isEqualTo(ms(100));
        }
    }

    private Caller<Duration> taking() {
        return Caller.of(() -> {
            asleep.take();
            return time.elapsed();
        });
    }

    private void take(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            bucket.take();
            timeline.open("taken").end(Outcome.OK);
        }
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }
}

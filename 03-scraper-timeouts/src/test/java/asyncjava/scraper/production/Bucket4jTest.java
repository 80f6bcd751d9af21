package asyncjava.scraper.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderBuildStage;
import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderCapacityStage;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What Bucket4j does where nobody has told it otherwise, as the lesson's section on production says it.
final class Bucket4jTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final HandMovedClock clock = new HandMovedClock();

    @Test
    void aNewBucketIsFullSoThatTheFirstSecondSeesTwiceTheRate() {
        Bucket bucket = bucket(limit -> limit.capacity(10).refillGreedy(10, SECOND));

        assertThat(takenIn(SECOND, bucket)).isEqualTo(20);
        assertThat(takenIn(SECOND, bucket)).isEqualTo(10);
    }

    @Test
    void anEmptyBucketOfCapacityOneKeepsTheRateFromTheBeginning() {
        Bucket bucket =
                bucket(limit -> limit.capacity(1).refillGreedy(10, SECOND).initialTokens(0));

        assertThat(takenIn(SECOND, bucket)).isEqualTo(10);
        assertThat(takenIn(SECOND, bucket)).isEqualTo(10);
    }

    @Test
    void theGreedyRefillBringsATokenAtATime() {
        Bucket bucket = emptied(bucket(limit -> limit.capacity(10).refillGreedy(10, SECOND)));

        clock.move(Duration.ofMillis(99));
        assertThat(bucket.tryConsume(1)).isFalse();
        clock.move(Duration.ofMillis(1));
        assertThat(bucket.tryConsume(1)).isTrue();
        assertThat(bucket.tryConsume(1)).isFalse();
    }

    @Test
    void theRefillByIntervalBringsAllTokensAtOnceAtTheEndOfThePeriod() {
        Bucket bucket = emptied(bucket(limit -> limit.capacity(10).refillIntervally(10, SECOND)));

        clock.move(Duration.ofMillis(999));
        assertThat(bucket.getAvailableTokens()).isZero();
        clock.move(Duration.ofMillis(1));
        assertThat(bucket.getAvailableTokens()).isEqualTo(10);
    }

    @Test
    void consumeAcceptsEverybodyHoweverLongTheyWillWait() throws InterruptedException {
        Bucket bucket = emptied(bucket(limit -> limit.capacity(10).refillGreedy(10, SECOND)));
        List<Duration> waits = new ArrayList<>();

        for (int i = 0; i < 36_000; i++) {
            bucket.asBlocking().consume(1, nanos -> waits.add(Duration.ofNanos(nanos)));
        }
        assertThat(waits).first().isEqualTo(Duration.ofMillis(100));
        assertThat(waits).last().isEqualTo(Duration.ofHours(1));
    }

    @Test
    void withALimitToTheWaitWhoeverWouldWaitLongerIsRefusedAtOnce() throws InterruptedException {
        Bucket bucket = emptied(bucket(limit -> limit.capacity(10).refillGreedy(10, SECOND)));
        List<Duration> waits = new ArrayList<>();

        boolean taken =
                bucket.asBlocking().tryConsume(1, Duration.ofMillis(99), nanos -> waits.add(Duration.ofNanos(nanos)));
        assertThat(taken).isFalse();
        assertThat(waits).isEmpty();
        assertThat(bucket.getAvailableTokens()).isZero();
    }

    @Test
    void aWaiterWhoIsInterruptedDoesNotGiveItsTokenBack() {
        Bucket bucket = emptied(bucket(limit -> limit.capacity(10).refillGreedy(10, SECOND)));

        assertThatThrownBy(() -> bucket.asBlocking().consume(1, _ -> {
                    throw new InterruptedException();
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(bucket.getAvailableTokens()).isEqualTo(-1);
        bucket.addTokens(1);
        assertThat(bucket.getAvailableTokens()).isZero();
    }

    /// How many tokens whoever asks every millisecond takes, from now until the end of that time.
    private int takenIn(Duration time, Bucket bucket) {
        int taken = 0;
        for (long ms = 0; ms < time.toMillis(); ms++) {
            while (bucket.tryConsume(1)) {
                taken++;
            }
            clock.move(Duration.ofMillis(1));
        }
        while (bucket.tryConsume(1)) {
            taken++;
        }
        return taken;
    }

    private static Bucket emptied(Bucket bucket) {
        assertThat(bucket.tryConsumeAsMuchAsPossible()).isEqualTo(10);
        return bucket;
    }

    private Bucket bucket(Function<BandwidthBuilderCapacityStage, BandwidthBuilderBuildStage> limit) {
        return Bucket.builder().addLimit(limit).withCustomTimePrecision(clock).build();
    }

    private static final class HandMovedClock implements TimeMeter {

        private long nanos;

        void move(Duration by) {
            nanos += by.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}

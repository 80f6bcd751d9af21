package asyncjava.scraper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class TokenBucketTest {

    private final AtomicLong now = new AtomicLong(-7);

    @Test
    void thereIsABurstAndThenOneAtATime() {
        TokenBucket bucket = new TokenBucket(10, 3, now::get);

        assertThat(taken(bucket)).isEqualTo(3);
        assertThat(bucket.take()).isEqualTo(Duration.ofMillis(100).toNanos());
        pass(Duration.ofMillis(100));
        assertThat(taken(bucket)).isEqualTo(1);
    }

    @Test
    void fractionsAreNotLost() {
        TokenBucket bucket = new TokenBucket(10, 2, now::get);
        taken(bucket);

        int taken = 0;
        for (int i = 0; i < 1_000; i++) {
            pass(Duration.ofMillis(7));
            taken += taken(bucket);
        }

        assertThat(taken).isEqualTo(70);
    }

    @Test
    void noMoreIsSavedUpThanItHolds() {
        TokenBucket bucket = new TokenBucket(10, 3, now::get);
        taken(bucket);

        pass(Duration.ofDays(365));

        assertThat(taken(bucket)).isEqualTo(3);
    }

    @Test
    void whoWaitsAsLongAsItSaysGetsOne() {
        TokenBucket bucket = new TokenBucket(3, 1, now::get);
        bucket.take();

        for (int i = 0; i < 1_000; i++) {
            pass(Duration.ofNanos(bucket.take()));
            assertThat(bucket.take()).isZero();
        }
    }

    @Test
    void whoGivesUpHasTakenNothing() {
        TokenBucket bucket = new TokenBucket(10, 1, now::get);
        bucket.take();
        for (int i = 0; i < 100; i++) {
            bucket.take();
        }

        pass(Duration.ofMillis(100));

        assertThat(bucket.take()).isZero();
    }

    private static int taken(TokenBucket bucket) {
        int taken = 0;
        while (bucket.take() == 0) {
            taken++;
        }
        return taken;
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}

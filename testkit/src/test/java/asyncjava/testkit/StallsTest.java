package asyncjava.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class StallsTest {

    /// A nap of ten seconds, of which five milliseconds are meant.
    private static final Duration STALL = Duration.ofSeconds(10).minusMillis(5);

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void whileNoTimePassesNothingStalls() {
        try (Stalls stalls = Stalls.watch(nanos::get)) {
            assertThat(stalls.longest()).isZero();
        }
    }

    @Test
    void aStallThatGoesOnCounts() {
        try (Stalls stalls = Stalls.watch(nanos::get)) {
            nanos.addAndGet(Duration.ofSeconds(10).toNanos());

            assertThat(stalls.longest()).isEqualTo(STALL);
        }
    }

    @Test
    void ofSeveralTheLongestCounts() throws InterruptedException {
        try (Stalls stalls = Stalls.watch(nanos::get)) {
            nanos.addAndGet(Duration.ofSeconds(10).toNanos());
            assertThat(stalls.longest()).isEqualTo(STALL);
            assertThat(Patience.DEFAULT.becomesTrue(stalls::isAwake)).isTrue();
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());

            assertThat(stalls.longest()).isEqualTo(STALL);
        }
    }
}

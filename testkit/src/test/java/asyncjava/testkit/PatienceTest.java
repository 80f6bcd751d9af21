package asyncjava.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class PatienceTest {

    private final Patience none = new Patience(Duration.ZERO);

    @Test
    void patienceEndsWhenAllOthersAreAtRest() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Thread waits = Thread.startVirtualThread(() -> awaitUninterruptibly(never));

        assertThat(none.becomesTrue(() -> false)).isFalse();

        never.countDown();
        waits.join();
    }

    /// As long as a thread works, what it is to do may still come, however long the limit has been over.
    @Test
    void patienceDoesNotEndWhileAThreadIsAtWork() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch looked = new CountDownLatch(20);
        Thread works = Thread.ofPlatform().start(() -> {
            while (looked.getCount() > 0) {
                Thread.onSpinWait();
            }
            done.set(true);
        });
        Patience.Wait wait = none.begin();
        while (looked.getCount() > 0) {
            assertThat(wait.isOver()).isFalse();
            Thread.sleep(Duration.ofNanos(wait.nanosToNextLook()));
            looked.countDown();
        }

        assertThat(none.becomesTrue(done::get)).isTrue();
        works.join();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

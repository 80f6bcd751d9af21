package asyncjava.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@LeavesNoThreadBehind
@Timeout(30)
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

    /// Otherwise this test would not end.
    @Test
    void patienceEndsLongBeforeItsLimitWhenNobodyHasSetAnAlarm() throws InterruptedException {
        Patience endless = new Patience(Duration.ofDays(1));
        CountDownLatch never = new CountDownLatch(1);
        Thread waits = Thread.startVirtualThread(() -> awaitUninterruptibly(never));

        assertThat(endless.becomesTrue(() -> false)).isFalse();

        never.countDown();
        waits.join();
    }

    @ParameterizedTest
    @MethodSource("alarms")
    void patienceLastsWhileAnAlarmIsSet(String how, Thread.Builder threads, ThrowingRunnable sleep)
            throws InterruptedException {
        Thread sleeper = threads.start(() -> {
            try {
                sleep.run();
            } catch (InterruptedException woken) {
                Thread.currentThread().interrupt();
            }
        });
        Patience.Wait wait = new Patience(Duration.ofDays(1)).begin();

        // Twice as many looks as it takes where there is no alarm.
        for (int look = 0; look < 16; look++) {
            Thread.sleep(Duration.ofNanos(wait.nanosToNextLook()));
            assertThat(wait.isOver()).describedAs(how).isFalse();
        }

        sleeper.interrupt();
        sleeper.join();
    }

    @FunctionalInterface
    interface ThrowingRunnable {
        void run() throws InterruptedException;
    }

    static Stream<Arguments> alarms() {
        ThrowingRunnable sleep = () -> Thread.sleep(Duration.ofDays(1));
        ThrowingRunnable poll = () -> new LinkedBlockingQueue<>().poll(1, TimeUnit.DAYS);
        return Stream.of(
                Arguments.of("sleeps", Thread.ofVirtual(), sleep),
                Arguments.of("sleeps", Thread.ofPlatform(), sleep),
                Arguments.of("polls", Thread.ofVirtual(), poll),
                Arguments.of("polls", Thread.ofPlatform(), poll));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

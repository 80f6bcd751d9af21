package asyncjava.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@LeavesNoThreadBehind
final class RestTest {

    private static final int ROUNDS = 3_000;

    private final Rest rest = new Rest(OtherThreads.watch(), Duration.ofMillis(1));
    private final AtomicBoolean over = new AtomicBoolean();

    @AfterEach
    void stop() {
        over.set(true);
    }

    /// At any moment one of the two waits: looked at one after another, both may seem to.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @EnabledOnOs(OS.LINUX)
    void twoWhoHandEachOtherWorkAreNotAtRest(boolean virtual) throws InterruptedException {
        ThreadFactory threads = (virtual ? Thread.ofVirtual() : Thread.ofPlatform()).factory();
        SynchronousQueue<Integer> there = new SynchronousQueue<>();
        SynchronousQueue<Integer> back = new SynchronousQueue<>();
        AtomicBoolean done = new AtomicBoolean();
        start(threads, () -> {
            for (int round = 0; round < ROUNDS; round++) {
                there.put(round);
                back.take();
            }
            return done.compareAndSet(false, true);
        });
        start(threads, () -> {
            for (int round = 0; round < ROUNDS; round++) {
                back.put(there.take());
            }
            return done;
        });

        awaitRest();

        assertThat(done).isTrue();
    }

    @Test
    void whoOnlyNapsIsAtRest() throws InterruptedException {
        start(Thread.ofPlatform().factory(), () -> {
            while (!over.get()) {
                Thread.sleep(1);
            }
            return over;
        });

        awaitRest();

        assertThat(over).isFalse();
    }

    @Test
    void whoComputesIsNot() throws InterruptedException {
        start(Thread.ofVirtual().factory(), () -> {
            while (!over.get()) {
                Thread.onSpinWait();
            }
            return over;
        });

        for (int look = 0; look < 30; look++) {
            assertThat(rest.isReached()).isFalse();
            rest.pause();
        }
    }

    private void awaitRest() throws InterruptedException {
        while (!rest.isReached()) {
            rest.pause();
        }
    }

    private static void start(ThreadFactory threads, Callable<?> work) {
        threads.newThread(() -> {
                    try {
                        work.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .start();
    }
}

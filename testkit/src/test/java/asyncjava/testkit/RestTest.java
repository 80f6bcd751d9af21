package asyncjava.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
@LeavesNoThreadBehind
final class RestTest {

    private final Rest rest = new Rest(OtherThreads.watch(), Duration.ofMillis(1));
    private final AtomicBoolean over = new AtomicBoolean();

    @AfterEach
    void stop() {
        over.set(true);
    }

    /// It waits at both looks, and yet it may have given somebody else something to do.
    @Test
    @EnabledOnOs(OS.LINUX)
    void whoHasRunBetweenTwoLooksWasNotAtRest() throws InterruptedException {
        SynchronousQueue<Boolean> goesOn = new SynchronousQueue<>();
        CountDownLatch hasRun = new CountDownLatch(1);
        start(Thread.ofPlatform().factory(), () -> {
            while (goesOn.take()) {
                hasRun.countDown();
            }
            return over;
        });
        awaitRest();
        rest.disturb();
        rest.isReached();

        goesOn.put(true);
        hasRun.await();
        while (!LinuxThreads.now().orElseThrow().atWork().isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(rest.isReached()).isFalse();
        goesOn.put(false);
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

package asyncjava.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class LeftoverThreadsTest {

    private final LeftoverThreads impatient = new LeftoverThreads(new Patience(Duration.ofMillis(100)));
    private final Set<Long> before = Set.copyOf(LeftoverThreads.running().keySet());
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void aVirtualThreadLeftRunningIsFound() throws InterruptedException {
        isFound(Thread.ofVirtual().name("forgotten").start(this::waitForTheEnd));
    }

    @Test
    void aPlatformThreadLeftRunningIsFound() throws InterruptedException {
        isFound(Thread.ofPlatform().name("forgotten").daemon(false).start(this::waitForTheEnd));
    }

    @Test
    void soIsADaemonThatNobodyGaveAName() throws InterruptedException {
        Thread daemon = Thread.ofPlatform().daemon().unstarted(this::waitForTheEnd);
        assertThat(daemon.getName()).startsWith("Thread-");
        daemon.start();
        try {
            assertThatThrownBy(() -> impatient.check(before)).hasMessageContaining(daemon.getName());
        } finally {
            end.countDown();
            daemon.join();
        }
    }

    @Test
    void oneThatHasANameIsALibrarys() throws InterruptedException {
        Thread daemon = Thread.ofPlatform().daemon().name("cleaner-1").start(this::waitForTheEnd);
        impatient.check(before);
        end.countDown();
        daemon.join();
    }

    @Test
    void aThreadOnItsWayOutIsWaitedFor() throws InterruptedException {
        Thread.startVirtualThread(this::waitForTheEnd);
        end.countDown();
        new LeftoverThreads().check(before);
        assertThat(before).containsAll(LeftoverThreads.running().keySet());
    }

    private void isFound(Thread thread) throws InterruptedException {
        try {
            assertThatThrownBy(() -> impatient.check(before))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith(
                            "Expected no thread to be left when the test was over, but after up to 100 ms there still was:\n")
                    .hasMessageContaining("forgotten")
                    .hasMessageEndingWith(
                            "Whoever starts a thread waits for its end. Close what owns it, as try-with-resources does.");
        } finally {
            end.countDown();
            thread.join();
        }
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

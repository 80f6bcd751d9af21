package asyncjava.testkit.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/// That the inside of this JDK is as the explorer needs it. Where one of these fails on a newer JDK, it says what has
/// changed; without it the explorer runs scenarios as the machine happens to schedule them.
final class JdkThreadsTest {

    private final Queue<Runnable> handedOver = new ArrayDeque<>();

    @Test
    void aVirtualThreadRunsWhereItsSchedulerSays() throws ReflectiveOperationException {
        JdkThreads jdk = JdkThreads.open();
        StringBuilder done = new StringBuilder();

        Thread thread = jdk.builder(handedOver::add).start(() -> done.append("tea"));
        assertThat(done).isEmpty();
        assertThat(handedOver).hasSize(1);
        assertThat(jdk.threadOf(handedOver.element())).isSameAs(thread);

        handedOver.remove().run();
        assertThat(done).hasToString("tea");
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void threadsThatItStartsHaveTheSameScheduler() throws ReflectiveOperationException {
        JdkThreads.open().builder(handedOver::add).start(() -> Thread.startVirtualThread(() -> {}));

        handedOver.remove().run();

        assertThat(handedOver).hasSize(1);
        handedOver.remove().run();
    }

    @Test
    void aThreadThatWaitsGivesUpTheCarrierAndComesBack() throws ReflectiveOperationException {
        CountDownLatch latch = new CountDownLatch(1);
        Thread thread = JdkThreads.open().builder(handedOver::add).start(() -> awaitLatch(latch));
        handedOver.remove().run();
        assertThat(handedOver).isEmpty();
        assertThat(thread.getState()).isEqualTo(Thread.State.WAITING);

        latch.countDown();
        assertThat(handedOver).hasSize(1);
        handedOver.remove().run();
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    @SuppressWarnings("LockNotBeforeTry")
    void theOwnerOfALockIsKnown() throws ReflectiveOperationException {
        JdkThreads jdk = JdkThreads.open();
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        try {
            Thread waiting = jdk.builder(handedOver::add).start(() -> {
                lock.lock();
                lock.unlock();
            });
            handedOver.remove().run();

            assertThat(Optional.ofNullable(jdk.ownerOfLockAwaitedBy(waiting))).contains(Thread.currentThread());
        } finally {
            lock.unlock();
        }
        handedOver.remove().run();
    }

    @Test
    void aMonitorIsHandedOnByTheJvmAndThenThatIsOver() throws ReflectiveOperationException {
        JdkThreads jdk = JdkThreads.open();
        Object monitor = new Object();
        CountDownLatch latch = new CountDownLatch(1);
        var _ = jdk.builder(this::handOver).start(() -> {
            synchronized (monitor) {
                awaitLatch(latch);
            }
        });
        next().run();
        Thread waiting = jdk.builder(this::handOver).start(() -> {
            synchronized (monitor) {
                latch.countDown();
            }
        });
        next().run();
        assertThat(waiting.getState()).isEqualTo(Thread.State.BLOCKED);
        while (!jdk.isSettled(waiting)) {
            Thread.onSpinWait();
        }
        assertThat(handedOver).isEmpty();

        latch.countDown();
        next().run();
        while (waiting.getState() == Thread.State.BLOCKED && !jdk.isSettled(waiting)) {
            Thread.onSpinWait();
        }
        assertThat(waiting.getState()).isEqualTo(Thread.State.RUNNABLE);
        next().run();
        assertThat(waiting.isAlive()).isFalse();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void handOver(Runnable work) {
        handedOver.add(work);
    }

    private synchronized Runnable next() {
        return handedOver.remove();
    }
}

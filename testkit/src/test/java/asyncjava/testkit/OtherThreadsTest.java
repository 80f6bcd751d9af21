package asyncjava.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@LeavesNoThreadBehind
final class OtherThreadsTest {

    private final OtherThreads others = OtherThreads.watch();

    @Test
    void aThreadThatWaitsInItsSelectorIsAtRest() throws IOException, InterruptedException {
        try (Selector selector = Selector.open()) {
            Thread loop = Thread.ofPlatform().start(() -> select(selector));

            await().untilAsserted(() -> assertThat(others.areAtRest()).isTrue());
            assertThat(loop.getState()).isEqualTo(Thread.State.RUNNABLE);

            selector.wakeup();
            loop.join();
        }
    }

    @Test
    void aThreadThatComputesIsNot() throws InterruptedException {
        Thread busy = Thread.ofPlatform().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        });

        assertThat(others.areAtRest()).isFalse();

        busy.interrupt();
        busy.join();
    }

    @Test
    void aThreadThatRanBeforeCountsOnceItHasRested() throws InterruptedException {
        countsOnceItHasRested(OtherThreads::areAtRest);
    }

    @Test
    void soItDoesWhereLinuxTells() throws InterruptedException {
        countsOnceItHasRested(watch -> watch.onLinux().map(watch::areAtRest).orElseGet(watch::areAtRest));
    }

    private static void countsOnceItHasRested(Predicate<OtherThreads> areAtRest) throws InterruptedException {
        AtomicBoolean computes = new AtomicBoolean(true);
        Semaphore goesOn = new Semaphore(0);
        Thread busy = Thread.ofPlatform().start(() -> {
            computeWhile(computes);
            goesOn.acquireUninterruptibly();
            computeWhile(computes);
        });
        OtherThreads watch = OtherThreads.watch();
        awaitThat(() -> areAtRest.test(watch));

        computes.set(false);
        awaitThat(goesOn::hasQueuedThreads);
        awaitThat(() -> areAtRest.test(watch));
        computes.set(true);
        goesOn.release();
        awaitThat(() -> !goesOn.hasQueuedThreads());

        for (int look = 1; look <= 100; look++) {
            assertThat(areAtRest.test(watch)).isFalse();
        }
        computes.set(false);
        busy.join();
    }

    private static void computeWhile(AtomicBoolean computes) {
        while (computes.get()) {
            Thread.onSpinWait();
        }
    }

    /// On this thread, as one that waits for another to look would be at work itself.
    private static void awaitThat(BooleanSupplier condition) throws InterruptedException {
        assertThat(Patience.DEFAULT.becomesTrue(condition)).isTrue();
    }

    private static void select(Selector selector) {
        try {
            selector.select();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

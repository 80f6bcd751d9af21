package asyncjava.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import org.junit.jupiter.api.Test;

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

    private static void select(Selector selector) {
        try {
            selector.select();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

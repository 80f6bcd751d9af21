package asyncjava.queue.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.testkit.Caller;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class BoundedQueueTest {

    private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(2);

    @Test
    void whoPutsWaitsUntilThereIsRoom() throws InterruptedException {
        try (Caller<String> producer = putting(queue, List.of("tea", "egg", "toast"))) {
            await().until(() -> queue.remainingCapacity() == 0 && producer.isWaitingOrEnded());
            assertThat(producer.isDone()).isFalse();

            assertThat(queue.take()).isEqualTo("tea");
            assertThat(producer.result()).isEqualTo("all put");
        }
        assertThat(queue).containsExactly("egg", "toast");
    }

    @Test
    void whoIsInterruptedWhileItWaitsPutsNothingMore() throws InterruptedException {
        try (Caller<String> producer = putting(queue, List.of("tea", "egg", "toast"))) {
            await().until(() -> queue.remainingCapacity() == 0);
            producer.interrupt();

            assertThat(producer.failure()).isInstanceOf(InterruptedException.class);
        }
        assertThat(queue).containsExactly("tea", "egg");
    }

    @Test
    void offerSaysForWhatThereIsNoRoom() {
        assertThat(BoundedQueue.offerAll(queue, List.of("tea", "egg", "toast", "jam")))
                .containsExactly("toast", "jam");
        assertThat(queue).containsExactly("tea", "egg");
    }

    @Test
    void withoutABoundNobodyWaitsHoweverManyThereAre() throws InterruptedException {
        BlockingQueue<String> endless = BoundedQueue.withoutBound();

        try (Caller<String> producer = putting(endless, Collections.nCopies(100_000, "tea"))) {
            assertThat(producer.result()).isEqualTo("all put");
        }
        assertThat(endless).hasSize(100_000);
    }

    private static Caller<String> putting(BlockingQueue<String> queue, List<String> orders) {
        return Caller.of(() -> {
            BoundedQueue.putAll(queue, orders);
            return "all put";
        });
    }
}

package asyncjava.queue.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import asyncjava.testkit.Caller;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class JoinableQueueTest {

    private final JoinableQueue queue = new JoinableQueue(1);

    @Test
    void joinWaitsForWhatWasTakenAndIsNotDone() throws InterruptedException {
        queue.put("tea");
        assertThat(queue.take()).isEqualTo("tea");
        try (Caller<Integer> first = Caller.of(() -> queue.join(Duration.ofHours(1)));
                Caller<Integer> second = Caller.of(() -> queue.join(Duration.ofHours(1)))) {
            await().until(() -> first.isWaitingOrEnded() && second.isWaitingOrEnded());
            assertThat(first.isDone() || second.isDone()).isFalse();

            queue.taskDone();

            assertThat(first.result()).isZero();
            assertThat(second.result()).isZero();
        }
    }

    @Test
    void joinWithNothingPutReturnsAtOnce() throws InterruptedException {
        assertThat(queue.join(Duration.ofHours(1))).isZero();
    }

    @Test
    void whoGivesUpHearsHowManyAreNotDone() throws InterruptedException {
        queue.put("tea");
        queue.take();
        queue.put("egg");

        assertThat(queue.join(Duration.ofMillis(1))).isEqualTo(2);
    }

    @Test
    void anOrderCountsFromBeforeItIsInTheQueueAndNotWhenItNeverComesThere() throws InterruptedException {
        queue.put("tea");
        try (Caller<String> producer = Caller.of(() -> {
            queue.put("egg");
            return "put";
        })) {
            await().until(() -> queue.join(Duration.ZERO) == 2);
            producer.interrupt();
            assertThat(producer.failure()).isInstanceOf(InterruptedException.class);
        }
        assertThat(queue.join(Duration.ZERO)).isOne();
    }

    @Test
    void nothingIsDoneThatWasNotPut() throws InterruptedException {
        queue.put("tea");
        queue.taskDone();

        assertThatThrownBy(queue::taskDone)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("taskDone was called more often than put");
    }
}

package asyncjava.queue.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.queue.concepts.PoisonPill.Item;
import asyncjava.queue.concepts.PoisonPill.Order;
import asyncjava.queue.concepts.PoisonPill.Pill;
import asyncjava.testkit.Caller;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class PoisonPillTest {

    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(10);
    private final Queue<String> done = new ConcurrentLinkedQueue<>();

    @Test
    void withAPillForEachAllEndWhenTheOrdersAreDone() throws InterruptedException {
        queue.addAll(List.of(new Order("tea"), new Order("egg"), new Order("toast")));
        PoisonPill.pillForEach(queue, 2);

        try (Caller<String> ada = worker();
                Caller<String> bob = worker()) {
            assertThat(ada.result("Somebody has taken both pills, or there was one."))
                    .isEqualTo("ended");
            assertThat(bob.result("Somebody has taken both pills, or there was one."))
                    .isEqualTo("ended");
        }
        assertThat(done).containsExactlyInAnyOrder("tea", "egg", "toast");
        assertThat(queue).isEmpty();
    }

    @Test
    void withOnePillForAllOneEndsAndTheOthersWait() throws InterruptedException {
        PoisonPill.pillForAll(queue);

        try (Caller<String> ada = worker();
                Caller<String> bob = worker()) {
            await().until(() -> ada.isDone() != bob.isDone());
            Caller<String> left = ada.isDone() ? bob : ada;
            assertThat(queue).isEmpty();

            left.interrupt();
            assertThat(left.failure()).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void whatComesBehindThePillIsDoneByNobody() throws InterruptedException {
        queue.addAll(List.of(new Order("tea"), new Pill(), new Order("egg")));

        try (Caller<String> worker = worker()) {
            assertThat(worker.result()).isEqualTo("ended");
        }
        assertThat(done).containsExactly("tea");
        assertThat(queue).containsExactly(new Order("egg"));
    }

    private Caller<String> worker() {
        return Caller.of(() -> PoisonPill.work(queue, done::add));
    }
}

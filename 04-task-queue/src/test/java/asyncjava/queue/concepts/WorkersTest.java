package asyncjava.queue.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class WorkersTest {

    private static final List<String> ORDERS = List.of("long", "tea", "egg", "toast");

    private final Gate gate = Gate.closed();
    private final Map<String, Integer> done = new ConcurrentHashMap<>();
    private final Queue<String> handled = new ConcurrentLinkedQueue<>();
    private final Handler handler = Workers.counting(
            order -> {
                if (order.equals("long")) {
                    gate.pass();
                }
                handled.add(order);
            },
            done);

    @Test
    void whileOneHasALongOrderTheOtherDoesTheRest() throws InterruptedException {
        try (Caller<String> workers = Caller.of(() -> {
            Workers.withWorkers(new ConcurrentLinkedQueue<>(ORDERS), 2, handler);
            return "all done";
        })) {
            await().until(() -> done.containsValue(3));
            gate.open();
            assertThat(workers.result()).isEqualTo("all done");
        }
        assertThat(handled).containsExactly("tea", "egg", "toast", "long");
        assertThat(done).containsOnlyKeys("worker-1", "worker-2").containsValues(1, 3);
    }

    @Test
    void noMoreWorkAtOnceThanThereAreWorkers() throws InterruptedException {
        Queue<String> orders = new ConcurrentLinkedQueue<>(List.of("1", "2", "3", "4", "5"));
        try (Caller<String> workers = Caller.of(() -> {
            Workers.withWorkers(orders, 2, Workers.counting(_ -> gate.pass(), done));
            return "all done";
        })) {
            for (int left = 3; left > 0; left--) {
                gate.awaitInside(2);
                assertThat(orders).hasSize(left);
                gate.openOne();
            }
            gate.open();
            workers.result();
        }
        assertThat(gate.peakInside()).isEqualTo(2);
        assertThat(done.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(5);
    }

    @Test
    void whatAWorkerDiedOfIsSaid() throws InterruptedException {
        IOException refused = new IOException("the card is refused");
        try (Caller<String> workers = Caller.of(() -> {
            Handler failing = _ -> {
                throw refused;
            };
            Workers.withWorkers(new ConcurrentLinkedQueue<>(ORDERS), 2, failing);
            return "all done";
        })) {
            assertThat(workers.failure()).isInstanceOf(ExecutionException.class).hasCause(refused);
        }
    }

    @Test
    void withThreadsOfItsOwnAnOrderHoldsUpNoOther() throws InterruptedException {
        try (Caller<String> stream =
                Caller.of(() -> Workers.withReactor(ORDERS, 2, handler).last().block())) {
            await().until(() -> handled.size() == 3);
            gate.open();
            assertThat(stream.result()).isEqualTo("long");
        }
        assertThat(handled).containsExactly("tea", "egg", "toast", "long");
        assertThat(done).doesNotContainKey("caller");
    }

    @Test
    void flatMapAloneBringsNoThreads() {
        gate.open();

        Workers.inNameOnly(ORDERS, 3, handler).blockLast();

        assertThat(handled).containsExactlyElementsOf(ORDERS);
        assertThat(done).containsExactly(Map.entry(Thread.currentThread().getName(), 4));
    }
}

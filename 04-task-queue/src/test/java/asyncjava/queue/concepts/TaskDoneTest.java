package asyncjava.queue.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class TaskDoneTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final JoinableQueue queue = new JoinableQueue(3);
    private final Queue<String> dead = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void threeOrders() throws InterruptedException {
        for (String order : List.of("tea", "egg", "toast")) {
            queue.put(order);
        }
    }

    @Test
    void anOrderThatFailsCostsNeitherTheWorkerNorThoseBehindIt() throws InterruptedException {
        List<String> done = new ArrayList<>();
        Handler handler = order -> {
            switch (order) {
                case "tea" -> throw new AssertionError("no water");
                case "egg" -> throw new IOException("no pan");
                default -> done.add(order);
            }
        };
        try (Caller<String> worker = working(TaskDone::work, handler);
                Caller<Integer> joiner = Caller.of(() -> queue.join(AN_HOUR))) {
            assertThat(joiner.result("An order was not done, or not said to be."))
                    .isZero();

            worker.interrupt();
            assertThat(worker.failure()).isInstanceOf(InterruptedException.class);
        }
        assertThat(done).containsExactly("toast");
        assertThat(dead).containsExactly("tea: no water", "egg: no pan");
    }

    @Test
    void aWorkerThatIsInterruptedEndsAndItsOrderIsNoDeadLetter() throws InterruptedException {
        Gate gate = Gate.closed();
        try (Caller<String> worker = working(TaskDone::work, _ -> gate.pass())) {
            gate.awaitInside(1);
            worker.interrupt();
            assertThat(worker.failure()).isInstanceOf(InterruptedException.class);
        }
        assertThat(gate.entered()).isOne();
        assertThat(dead).isEmpty();
        assertThat(queue.join(Duration.ZERO)).isEqualTo(2);
    }

    @Test
    void withoutFinallyTheOrderThatFailedIsNeverDone() throws InterruptedException {
        assertThat(unfinishedWhenTheWorkerIsDead((orders, handler, _) -> TaskDone.workWithoutFinally(orders, handler)))
                .isEqualTo(2);
    }

    @Test
    void withoutCatchThoseBehindItAreNeverTaken() throws InterruptedException {
        assertThat(unfinishedWhenTheWorkerIsDead((orders, handler, _) -> TaskDone.workWithoutCatch(orders, handler)))
                .isOne();
    }

    /// Of three, the second of which fails. Nobody is left then who could do any.
    private int unfinishedWhenTheWorkerIsDead(TaskDone.Worker way) throws InterruptedException {
        Handler handler = order -> {
            if (order.equals("egg")) {
                throw new IOException("no pan");
            }
        };
        try (Caller<String> worker = working(way, handler)) {
            assertThat(worker.failure()).hasMessage("no pan");
        }
        return queue.join(Duration.ZERO);
    }

    private Caller<String> working(TaskDone.Worker way, Handler handler) {
        return Caller.of(() -> {
            way.work(queue, handler, dead);
            return "ended";
        });
    }
}

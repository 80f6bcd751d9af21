package asyncjava.queue.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class DrainOrAbortTest {

    private final Gate gate = Gate.closed();
    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private final DrainOrAbort orders = new DrainOrAbort(1, 2, order -> {
        gate.pass();
        done.add(order);
    });

    @AfterEach
    void stop() throws InterruptedException {
        orders.neverBegun(Duration.ZERO);
    }

    @Test
    void toDrainIsToTakeNoMoreAndDoTheRest() throws InterruptedException {
        accept("tea", "egg", "toast");
        try (Caller<List<String>> stopping = Caller.of(() -> orders.stop(Duration.ofHours(1)))) {
            await().until(stopping::isWaitingOrEnded);
            assertThat(stopping.isDone()).isFalse();

            gate.open();
            assertThat(stopping.result()).isEmpty();
        }
        assertThatThrownBy(() -> orders.accept("jam")).isInstanceOf(RejectedExecutionException.class);
        assertThat(done).containsExactly("tea", "egg", "toast");
        assertThat(gate.cancelled()).isZero();
    }

    @Test
    void toAbortIsToGiveBackWhatIsNotDone() throws InterruptedException {
        accept("tea", "egg", "toast");

        assertThat(orders.stop(Duration.ZERO)).containsExactly("tea", "egg", "toast");

        assertThat(gate.cancelled()).isOne();
        assertThat(done).isEmpty();
    }

    @Test
    void whatWasUnderWayIsNotAmongWhatWasNeverBegun() throws InterruptedException {
        accept("tea", "egg", "toast");

        assertThat(orders.neverBegun(Duration.ZERO)).containsExactly("egg", "toast");

        assertThat(gate.cancelled()).isOne();
        assertThat(done).isEmpty();
    }

    @Test
    void whatIsFinishedInSpiteOfTheInterruptIsNotGivenBack() throws InterruptedException {
        Gate rest = Gate.closed();
        DrainOrAbort stubborn = new DrainOrAbort(1, 2, order -> {
            try {
                gate.pass();
            } catch (InterruptedException e) {
                rest.pass(); // the card is charged, and what is left has to be done
                done.add(order);
            }
        });
        stubborn.accept("tea");
        stubborn.accept("egg");
        gate.awaitInside(1);
        try (Caller<List<String>> stopping = Caller.of(() -> stubborn.stop(Duration.ZERO))) {
            rest.awaitInside(1);
            await().until(stopping::isWaitingOrEnded);
            assertThat(stopping.isDone()).isFalse();

            rest.open();
            assertThat(stopping.result()).containsExactly("egg");
        }
        assertThat(done).containsExactly("tea");
    }

    @Test
    void whatThereIsNoRoomForIsRefused() throws InterruptedException {
        accept("tea", "egg", "toast");

        assertThatThrownBy(() -> orders.accept("jam")).isInstanceOf(RejectedExecutionException.class);
    }

    /// The first is under way when it returns.
    private void accept(String... several) throws InterruptedException {
        for (String order : several) {
            orders.accept(order);
            gate.awaitInside(1);
        }
    }
}

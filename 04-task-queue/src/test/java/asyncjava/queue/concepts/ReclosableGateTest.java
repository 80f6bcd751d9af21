package asyncjava.queue.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Explorer;
import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReclosableGateTest {

    @Test
    void openItHoldsNobodyAndClosedItHoldsThemAgain() {
        Explorer.explore(schedule -> {
            ReclosableGate gate = new ReclosableGate();
            var early = held(schedule, gate, gate::await);
            gate.open();
            early.result();
            gate.await(); // nothing holds the scenario's own thread

            gate.close();
            var late = held(schedule, gate, gate::await);
            assertThat(late.isDone()).isFalse();
            gate.open();
            late.result();
        });
    }

    @Test
    void whoWaitsGetsThroughHoweverSoonItIsClosedAgain() {
        Explorer.explore(schedule -> {
            ReclosableGate gate = new ReclosableGate();
            var early = held(schedule, gate, gate::await);
            gate.open();
            Schedule.pause();
            gate.close();
            early.result();
        });
    }

    @Test
    void whoComesAfterAMomentHasMissedIt() {
        Explorer.explore(schedule -> {
            ReclosableGate gate = new ReclosableGate();
            var early = held(schedule, gate, gate::await);
            gate.letThrough();
            early.result();

            var late = held(schedule, gate, gate::await);
            assertThat(late.isDone()).isFalse();
            late.interrupt();
            assertThat(late.failure()).isInstanceOf(InterruptedException.class);
            assertThat(gate.waiting()).isZero();
        });
    }

    @Test
    void byTheFlagAloneWhoHasWaitedForTheMomentMissesItToo() {
        Explorer.explore(schedule -> {
            ReclosableGate gate = new ReclosableGate();
            var early = held(schedule, gate, gate::awaitByTheFlagAlone);
            gate.letThrough();
            assertThat(gate.waiting()).isZero(); // it is woken, and has not looked yet
            awaitHeld(gate);
            assertThat(early.isDone()).isFalse();
            gate.open();
            early.result();
        });
    }

    @Test
    void byTheFlagAloneItDependsOnWhoIsSooner() {
        assertThat(Explorer.seeds(100).failing(schedule -> {
                    ReclosableGate gate = new ReclosableGate();
                    var early = held(schedule, gate, gate::awaitByTheFlagAlone);
                    gate.open();
                    Schedule.pause();
                    gate.close();
                    early.result();
                }))
                .hasSizeBetween(1, 99);
    }

    /// Somebody who has come to the gate and is held by it.
    private static Started<@Nullable Void> held(Schedule schedule, ReclosableGate gate, Schedule.Code wait) {
        var somebody = schedule.run("somebody", wait);
        awaitHeld(gate);
        return somebody;
    }

    private static void awaitHeld(ReclosableGate gate) {
        while (gate.waiting() == 0) {
            Schedule.pause();
        }
    }
}

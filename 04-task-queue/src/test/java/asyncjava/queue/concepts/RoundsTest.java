package asyncjava.queue.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.queue.concepts.Rounds.Step;
import asyncjava.testkit.Caller;
import asyncjava.testkit.schedule.Explorer;
import asyncjava.testkit.schedule.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class RoundsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void atABarrierNobodyBeginsARoundBeforeAllHaveEndedTheOneBefore() {
        Explorer.explore(schedule -> {
            List<Integer> ended = new ArrayList<>();
            CyclicBarrier barrier = new CyclicBarrier(3);
            Schedule.Code party = () -> Rounds.atBarrier(barrier, LONG, 3, logging(ended));
            schedule.together(party, party, party);

            assertThat(ended).containsExactly(1, 1, 1, 2, 2, 2, 3, 3, 3);
        });
    }

    @Test
    void withAPhaserTheSame() {
        Explorer.explore(schedule -> {
            List<Integer> ended = new ArrayList<>();
            Phaser phaser = new Phaser(3);
            Schedule.Code party = () -> Rounds.withPhaser(phaser, 3, logging(ended));
            schedule.together(party, party, party);

            assertThat(ended).containsExactly(1, 1, 1, 2, 2, 2, 3, 3, 3);
        });
    }

    @Test
    void aPartyThatFailsLeavesThePhaserAndTheOthersGoOn() {
        Explorer.explore(schedule -> {
            List<Integer> ended = new ArrayList<>();
            Phaser phaser = new Phaser(3);
            Schedule.Code party = () -> Rounds.withPhaser(phaser, 3, logging(ended));
            var bob = schedule.run("bob", () -> Rounds.withPhaser(phaser, 3, failingIn(2, ended)));
            schedule.together(party, party);

            assertThat(bob.failure()).hasMessage("ill");
            assertThat(ended).containsExactly(1, 1, 1, 2, 2, 3, 3);
        });
    }

    @Test
    void aPartyThatIsInterruptedAtThePhaserIsNotCountedTwice() {
        Explorer.explore(schedule -> {
            List<Integer> ended = new ArrayList<>();
            Phaser phaser = new Phaser(3);
            Schedule.Code party = () -> Rounds.withPhaser(phaser, 3, logging(ended));
            var ada = schedule.run("ada", party);
            while (phaser.getArrivedParties() == 0) {
                Schedule.pause();
            }
            ada.interrupt();
            schedule.together(party, party);

            assertThat(ada.failure()).isInstanceOf(InterruptedException.class);
            assertThat(ended).containsExactly(1, 1, 1, 2, 2, 3, 3);
        });
    }

    @Test
    void whosePatienceEndsBreaksTheBarrierForAll() throws InterruptedException {
        CyclicBarrier barrier = new CyclicBarrier(3);
        try (Caller<Integer> cleo = atBarrier(barrier, LONG)) {
            await().until(() -> barrier.getNumberWaiting() == 1);
            try (Caller<Integer> ada = atBarrier(barrier, Duration.ofMillis(1))) {
                assertThat(ada.failure()).isInstanceOf(TimeoutException.class);
            }
            assertThat(cleo.failure()).isInstanceOf(BrokenBarrierException.class);
        }
        try (Caller<Integer> late = atBarrier(barrier, LONG)) {
            assertThat(late.failure()).isInstanceOf(BrokenBarrierException.class);
        }
    }

    @Test
    void withoutALimitTheOthersWaitForOneWhoHasFailedUntilSomebodyIsInterrupted() {
        Explorer.explore(schedule -> {
            List<Integer> ended = new ArrayList<>();
            CyclicBarrier barrier = new CyclicBarrier(3);
            Schedule.Code party = () -> Rounds.atBarrierWithoutLimit(barrier, 3, logging(ended));
            var ada = schedule.run("ada", party);
            var cleo = schedule.run("cleo", party);
            var bob = schedule.run("bob", () -> Rounds.atBarrierWithoutLimit(barrier, 3, failingIn(2, ended)));
            assertThat(bob.failure()).hasMessage("ill");
            while (ended.size() < 5 || barrier.getNumberWaiting() < 2) {
                Schedule.pause();
            }

            assertThat(ada.isDone() || cleo.isDone()).isFalse();
            ada.interrupt();
            assertThat(ada.failure()).isInstanceOf(InterruptedException.class);
            assertThat(cleo.failure()).isInstanceOf(BrokenBarrierException.class);
        });
    }

    private static Step logging(List<Integer> ended) {
        return round -> {
            Schedule.pause();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            ended.add(round);
        };
    }

    private static Step failingIn(int illIn, List<Integer> ended) {
        return round -> {
            if (round == illIn) {
                throw new IllegalStateException("ill");
            }
            logging(ended).take(round);
        };
    }

    private static Caller<Integer> atBarrier(CyclicBarrier barrier, Duration patience) {
        return Caller.of(() -> {
            Rounds.atBarrier(barrier, patience, 1, _ -> {});
            return barrier.getParties();
        });
    }
}

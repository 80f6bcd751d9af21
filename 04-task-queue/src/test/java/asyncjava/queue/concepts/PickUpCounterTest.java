package asyncjava.queue.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Explorer;
import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import org.junit.jupiter.api.Test;

final class PickUpCounterTest {

    @Test
    void everybodyGetsTheirsInWhateverOrderItIsBrought() {
        Explorer.explore(schedule -> {
            PickUpCounter counter = new PickUpCounter();
            schedule.together(
                    () -> assertThat(counter.take("coffee")).isEqualTo("coffee"),
                    () -> assertThat(counter.take("tea")).isEqualTo("tea"),
                    () -> counter.bring("tea"),
                    () -> counter.bring("coffee"));
        });
    }

    @Test
    void whatIsBroughtForAnotherWakesNobodyForLong() {
        Explorer.explore(schedule -> {
            PickUpCounter counter = new PickUpCounter();
            var ada = waiting(schedule, counter, "coffee");
            counter.bring("tea");
            awaitWaiting(counter, 1);

            assertThat(ada.isDone()).isFalse();
            counter.bring("coffee");
            assertThat(ada.result()).isEqualTo("coffee");
            assertThat(counter.take("tea")).isEqualTo("tea");
        });
    }

    @Test
    void whoIsInterruptedTakesNothing() {
        Explorer.explore(schedule -> {
            PickUpCounter counter = new PickUpCounter();
            var ada = waiting(schedule, counter, "coffee");
            ada.interrupt();
            assertThat(ada.failure()).isInstanceOf(InterruptedException.class);

            counter.bring("coffee");
            assertThat(counter.take("coffee")).isEqualTo("coffee");
        });
    }

    @Test
    void withSignalTheOneIsWokenWhoWaitsForSomethingElse() {
        Explorer.explore(schedule -> {
            PickUpCounter counter = new PickUpCounter();
            var ada = waiting(schedule, counter, "coffee");
            var bob = waiting(schedule, counter, "tea");
            counter.bringAndWakeOne("tea");
            awaitWaiting(counter, 2);

            assertThat(bob.isDone()).isFalse();
            counter.bring("coffee");
            assertThat(bob.result()).isEqualTo("tea");
            assertThat(ada.result()).isEqualTo("coffee");
        });
    }

    @Test
    void withoutLookingAgainTeaIsTakenForCoffee() {
        Explorer.explore(schedule -> {
            PickUpCounter counter = new PickUpCounter();
            var ada = schedule.start("ada", () -> counter.takeWithoutLooking("coffee"));
            awaitWaiting(counter, 1);
            counter.bring("tea");

            assertThat(ada.failure()).hasMessage("no coffee on the counter, there is [tea]");
        });
    }

    private static Started<String> waiting(Schedule schedule, PickUpCounter counter, String wanted) {
        int others = counter.waiting();
        var one = schedule.start(wanted, () -> counter.take(wanted));
        awaitWaiting(counter, others + 1);
        return one;
    }

    private static void awaitWaiting(PickUpCounter counter, int waiting) {
        while (counter.waiting() < waiting) {
            Schedule.pause();
        }
    }
}

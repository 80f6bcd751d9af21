package asyncjava.queue;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Explorer;
import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The queue under the schedule explorer: hundreds of orders in which its callers can meet.
@Timeout(120)
final class WorkQueueOnSchedulesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    /// A queue and what became of everything that was brought to it. A piece is a key and a number, such as
    /// `a1`.
    private static final class Scene {

        private final WorkQueue<String> queue;
        private final List<String> accepted = new ArrayList<>();
        private final List<String> ended = new ArrayList<>();
        private final List<String> busy = new ArrayList<>();

        Scene(int capacity, WhenFull whenFull) {
            queue = new WorkQueue<>(capacity, whenFull, piece -> piece.charAt(0), this::end);
        }

        void bring(String... pieces) throws InterruptedException {
            for (String piece : pieces) {
                if (queue.submit(piece) == Submitted.ACCEPTED) {
                    accepted.add(piece);
                }
            }
        }

        void work() throws InterruptedException {
            for (Optional<Lease<String>> next = queue.take(); next.isPresent(); next = queue.take()) {
                String key = next.get().item().substring(0, 1);
                assertThat(busy).as("what is under way").doesNotContain(key);
                busy.add(key);
                Schedule.pause();
                busy.remove(key);
                end(next.get());
            }
        }

        private void end(Lease<String> lease) {
            try (lease) {
                ended.add(lease.item());
            }
        }

        void everythingIsFoundAgain() throws InterruptedException {
            assertThat(queue.join(LONG)).isTrue();
            assertThat(ended).containsExactlyInAnyOrderElementsOf(accepted);
            for (String key : List.of("a", "b")) {
                assertThat(ended.stream().filter(piece -> piece.startsWith(key)))
                        .isSorted();
            }
        }
    }

    @Test
    void nothingIsLostAndNothingDoneTwiceThroughAFullQueue() {
        Explorer.explore(schedule -> {
            Scene scene = new Scene(1, WhenFull.WAIT);
            Started<?> first = schedule.run("worker-1", scene::work);
            Started<?> second = schedule.run("worker-2", scene::work);

            schedule.together(() -> scene.bring("a1", "a2", "a3"), () -> scene.bring("b1", "b2"));
            scene.queue.drain();

            first.result();
            second.result();
            assertThat(scene.accepted).hasSize(5);
            scene.everythingIsFoundAgain();
        });
    }

    @Test
    void whoIsInterruptedWhileItWaitsForRoomLeavesTheRoomToTheOthers() {
        Explorer.explore(schedule -> {
            Scene scene = new Scene(1, WhenFull.WAIT);
            Started<?> impatient = schedule.run("impatient", () -> {
                try {
                    scene.bring("a1", "a2", "a3");
                } catch (InterruptedException e) {
                    Schedule.pause();
                }
            });
            Started<?> other = schedule.run("other", () -> scene.bring("b1", "b2"));
            Started<?> worker = schedule.run("worker", scene::work);

            impatient.interrupt();

            impatient.result();
            other.result();
            scene.queue.drain();
            worker.result();
            assertThat(scene.accepted).contains("b1", "b2");
            scene.everythingIsFoundAgain();
        });
    }

    @Test
    void aDrainThatMeetsASubmissionLosesNothing() {
        Explorer.explore(schedule -> {
            Scene scene = new Scene(1, WhenFull.WAIT);
            Started<?> worker = schedule.run("worker", scene::work);

            schedule.together(() -> scene.bring("a1", "a2", "a3"), scene.queue::drain);

            worker.result();
            scene.everythingIsFoundAgain();
        });
    }

    @Test
    void anAbortThatMeetsASubmissionHandsBackWhatNobodyTook() {
        Explorer.explore(schedule -> {
            Scene scene = new Scene(2, WhenFull.WAIT);
            Started<?> worker = schedule.run("worker", scene::work);

            schedule.together(
                    () -> scene.bring("a1", "a2", "b1"),
                    () -> scene.queue.abort().forEach(scene::end));

            worker.result();
            assertThat(scene.queue.waiting()).isZero();
            assertThat(scene.queue.join(LONG)).isTrue();
            assertThat(scene.ended).containsExactlyInAnyOrderElementsOf(scene.accepted);
        });
    }

    @Test
    void whatIsDroppedIsHandedBackAndCounted() {
        Explorer.explore(schedule -> {
            Scene scene = new Scene(1, WhenFull.DROP_OLDEST);
            Started<?> worker = schedule.run("worker", scene::work);

            schedule.together(() -> scene.bring("a1", "a2"), () -> scene.bring("b1", "b2"));
            scene.queue.drain();

            worker.result();
            assertThat(scene.accepted).hasSize(4);
            assertThat(scene.queue.join(LONG)).isTrue();
            assertThat(scene.ended).containsExactlyInAnyOrderElementsOf(scene.accepted);
        });
    }

    @Test
    void joinWaitsForWhatIsUnderWayAndForNothingElse() {
        Explorer.explore(schedule -> {
            Scene scene = new Scene(2, WhenFull.WAIT);
            Started<?> worker = schedule.run("worker", scene::work);
            scene.bring("a1", "b1");

            schedule.together(
                    () -> {
                        assertThat(scene.queue.join(LONG)).isTrue();
                        assertThat(scene.ended).contains("a1", "b1");
                    },
                    () -> assertThat(scene.queue.join(LONG)).isTrue());

            scene.queue.drain();
            worker.result();
        });
    }
}

package asyncjava.testkit.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

final class ReplayTest {

    private static final Scenario RACE = schedule -> {
        Shared<Integer> count = new Shared<>(0);
        schedule.together(() -> count.write(count.read() + 1), () -> count.write(count.read() + 1));
        assertThat(count.read()).isEqualTo(2);
    };

    @AfterEach
    void forgetTheSeed() {
        System.clearProperty(Explorer.SEED);
    }

    /// Also when the second run stops after each turn to look where it ended.
    @Test
    void theSameSeedTakesTheSameTurns() throws InterruptedException, ReflectiveOperationException {
        SeededRuns runs = new SeededRuns(JdkThreads.open());
        Set<Played> ways = new HashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            Played first = runs.play(ReplayTest::aLittleOfEverything, seed, false);
            Played again = runs.play(ReplayTest::aLittleOfEverything, seed, true);

            assertThat(first.failure()).as("failure of seed %d", seed).isEmpty();
            assertThat(again.wentTheSameWayAs(first))
                    .as("seed %d goes the same way again", seed)
                    .isTrue();
            if (ways.stream().noneMatch(first::wentTheSameWayAs)) {
                ways.add(first);
            }
        }
        assertThat(ways).hasSizeGreaterThan(190);
    }

    private static void aLittleOfEverything(Schedule schedule) throws InterruptedException {
        Object monitor = new Object();
        Semaphore permits = new Semaphore(1);
        LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>(1);
        List<String> seen = new ArrayList<>();
        try (ExecutorService executor = schedule.executor()) {
            for (String name : List.of("a", "b", "c")) {
                var _ = executor.submit(() -> {
                    permits.acquire();
                    Schedule.pause();
                    permits.release();
                    synchronized (monitor) {
                        Schedule.pause();
                        seen.add(name);
                        monitor.notifyAll();
                    }
                    queue.put(name);
                    return name;
                });
            }
            synchronized (monitor) {
                while (seen.size() < 3) {
                    monitor.wait();
                }
            }
            for (int i = 0; i < 3; i++) {
                queue.take();
            }
        }
        Flux.range(0, 3)
                .flatMap(n -> Mono.delay(Duration.ofSeconds(1)).publishOn(Schedulers.parallel()))
                .blockLast();
    }

    @Test
    void thePropertyNamesTheOneSeedToRun() {
        List<Long> failing = Explorer.seeds(50).failing(RACE);
        List<Integer> runs = new ArrayList<>();

        System.setProperty(Explorer.SEED, failing.getLast().toString());

        assertThatThrownBy(() -> Explorer.explore(schedule -> {
                    runs.add(1);
                    RACE.run(schedule);
                }))
                .hasMessageContaining("Schedule %d fails:".formatted(failing.getLast()))
                .hasMessageContaining(
                        "To run this schedule alone: '-Dtest=ReplayTest#thePropertyNamesTheOneSeedToRun'"
                                + " -Dschedule.seed=%d",
                        failing.getLast());
        assertThat(runs).as("one run, and one more to draw it").hasSize(2);
    }

    @Test
    void aSeedThatIsNoNumberIsRefused() {
        System.setProperty(Explorer.SEED, "seventeen");

        assertThatThrownBy(() -> Explorer.explore(RACE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("schedule.seed must be a whole number, was \"seventeen\"");
    }

    @Test
    void theTurnsAreDrawnAndEachSaysWhereItEnded() {
        assertThatThrownBy(() -> Explorer.explore(RACE)).hasMessageMatching("""
                        Schedule \\d+ fails(, after \\d+ that did not)?:

                        expected: 2
                         but was: 1

                        Turn by turn, from above to below, and where each turn ended:

                          step  main  one  two
                             1  ●               waits in Schedule\\.together, at ReplayTest \\(ReplayTest\\.java:\\d+\\)
                        (?s:.*)\
                          +\\d+  ●               pauses before Shared\\.read, at ReplayTest \\(ReplayTest\\.java:\\d+\\)
                          +\\d+  ●               pauses after Shared\\.read, at ReplayTest \\(ReplayTest\\.java:\\d+\\)
                          +\\d+  ●               ends

                        To run this schedule alone: .*
                        """);
    }

    @Test
    void whatAThreadEndedWithIsDrawnToo() {
        assertThatThrownBy(() -> Explorer.explore(schedule -> {
                    Started<?> taker = schedule.run("taker", () -> {
                        throw new NoSuchElementException("the queue is empty");
                    });
                    schedule.run("producer", () -> {}).result();
                    taker.result();
                }))
                .hasMessageContaining("ends with NoSuchElementException\n")
                .hasMessageContaining("ends\n");
    }

    @Test
    void whereTimePassedIsDrawnToo() {
        assertThatThrownBy(() -> Explorer.explore(schedule -> {
                    schedule.time().sleep(Duration.ofDays(1));
                    throw new AssertionError("a day later");
                }))
                .hasMessageContaining("a day later")
                .hasMessageContaining("lets virtual time pass\n");
    }

    @Test
    void chanceBesideTheScheduleIsNotTakenForAReplay() {
        List<Integer> runs = new ArrayList<>();

        assertThatThrownBy(() -> Explorer.explore(schedule -> {
                    runs.add(1);
                    for (int i = 0; i < runs.size(); i++) {
                        schedule.together(Schedule::pause);
                    }
                    throw new AssertionError("every time in another way");
                }))
                .hasMessageContaining("every time in another way")
                .hasMessageContaining(
                        "The same seed, 0, took other turns or came to something else when it was run again.");
    }

    @Test
    void whatIsNotMadeAnewIsNoReplayEither() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() ->
                        Explorer.explore(_ -> assertThat(runs.incrementAndGet()).isLessThan(3)))
                .hasMessageContaining("an object that the scenario did not");
    }

    @Test
    void anExplorerWithinAScenarioIsRefused() {
        assertThatThrownBy(() -> Explorer.explore(_ -> Explorer.explore(RACE)))
                .hasMessageContaining("an explorer was called inside a scenario");
    }

    @Test
    void aLimitBelowZeroIsRefused() {
        assertThatThrownBy(() -> Explorer.seeds(1).within(Duration.ofMillis(-5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit must not be negative, was PT-0.005S");
    }

    @Test
    void noFurtherScheduleBeginsWhenTimeIsOver() {
        assertThat(Explorer.seeds(1000).within(Duration.ZERO).each(_ -> {}).schedules())
                .isEqualTo(1);
    }
}

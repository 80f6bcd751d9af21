package asyncjava.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class VirtualTimeTest {

    private final VirtualTime time = VirtualTime.start();
    private final ScheduledExecutorService scheduler = time.scheduler();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> log = new ArrayList<>();

    @AfterEach
    void close() {
        threads.shutdownNow();
        threads.close();
        time.close();
    }

    @Test
    void theClockStandsStillUntilTheTestMovesIt() {
        Instant start = time.clock().instant();
        assertThat(start).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(time.nanoTime().getAsLong()).isZero();

        time.advance(Duration.ofMillis(1500));

        assertThat(time.clock().instant()).isEqualTo(start.plusMillis(1500));
        assertThat(time.clock().withZone(ZoneId.of("Asia/Tokyo")).instant()).isEqualTo(start.plusMillis(1500));
        assertThat(time.nanoTime().getAsLong()).isEqualTo(1_500_000_000L);
        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void tasksRunWhenTheyAreDueInTheOrderOfTimeThenOfAsking() {
        logAfter(3, "c");
        logAfter(1, "a");
        logAfter(2, "b1");
        logAfter(2, "b2");

        time.advance(Duration.ofSeconds(2));
        assertThat(log).containsExactly("a at 1", "b1 at 2", "b2 at 2");

        time.advance(Duration.ofSeconds(1));
        assertThat(log).last().isEqualTo("c at 3");
    }

    @Test
    void whatATaskSchedulesWithinTheWindowRunsToo() {
        scheduler.execute(() -> {
            logAfter(1, "first");
            logAfter(5, "beyond");
        });
        logAfter(2, "second");

        time.advance(Duration.ofSeconds(4));

        assertThat(log).containsExactly("first at 1", "second at 2");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(4));
        assertThat(time.scheduled()).isEqualTo(1);
    }

    @Test
    void aTaskWithoutADelayWaitsForTheTestToo() {
        logAfter(0, "now");
        assertThat(log).isEmpty();
        time.runDue();
        assertThat(log).containsExactly("now at 0");
    }

    @Test
    void aPeriodicTaskRunsAtEachOfItsMoments() {
        Future<?> periodic = scheduler.scheduleAtFixedRate(() -> note("tick"), 1, 2, SECONDS);

        time.advance(Duration.ofSeconds(6));
        assertThat(log).containsExactly("tick at 1", "tick at 3", "tick at 5");

        periodic.cancel(false);
        assertThat(time.scheduled()).isZero();
        time.advance(Duration.ofSeconds(6));
        assertThat(log).hasSize(3);
    }

    @Test
    void aDelayedTaskRunsAfterShutdownAndEndsTheScheduler() throws InterruptedException, ExecutionException {
        logAfter(3, "last");
        scheduler.shutdown();
        Future<Boolean> ended = threads.submit(() -> scheduler.awaitTermination(5, SECONDS));
        time.awaitSleepers(1);

        time.advance(Duration.ofSeconds(3));

        assertThat(ended.get()).isTrue();
        assertThat(log).containsExactly("last at 3");
    }

    @Test
    void aLimitOnWaitingIsInVirtualTime() throws InterruptedException, ExecutionException {
        Future<String> result = scheduler.schedule(() -> "late", 5, SECONDS);
        Future<String> patient = threads.submit(() -> result.get(6, SECONDS));
        Future<String> impatient = threads.submit(() -> result.get(4, SECONDS));
        time.awaitSleepers(2);

        time.advance(Duration.ofSeconds(4));
        assertThatThrownBy(impatient::get)
                .cause()
                .isInstanceOf(TimeoutException.class)
                .hasMessage("not done after 4 SECONDS of virtual time");

        time.advance(Duration.ofSeconds(1));
        assertThat(patient.get()).isEqualTo("late");
        assertThat(time.sleepers()).isZero();
    }

    @Test
    void invokeAllIsServedByWhoeverMovesTheTime() throws InterruptedException, ExecutionException {
        List<Callable<String>> tasks = List.of(() -> "a", () -> "b");
        Future<List<Future<String>>> all = threads.submit(() -> scheduler.invokeAll(tasks));
        time.awaitScheduled(2);
        time.runDue();
        assertThat(all.get()).extracting(Future::get).containsExactly("a", "b");
    }

    @Test
    void aSleeperIsWokenAtItsMomentAndNotBefore() throws InterruptedException, ExecutionException {
        Future<String> sleeper = threads.submit(() -> {
            time.sleep(Duration.ofSeconds(2));
            return "awake at " + time.elapsed().toSeconds();
        });
        time.awaitSleepers(1);

        time.advance(Duration.ofMillis(1999));
        assertThat(time.sleepers()).isEqualTo(1);
        time.advance(Duration.ofMillis(1));
        assertThat(time.sleepers()).isZero();
        assertThat(sleeper.get()).isEqualTo("awake at 2");
    }

    @Test
    void aSleeperThatIsBackIsToldFromTheOneThatWasWoken() throws InterruptedException, ExecutionException {
        Future<String> sleeper = threads.submit(() -> {
            for (int i = 0; i < 100; i++) {
                time.sleep(Duration.ofSeconds(1));
            }
            return "awake at " + time.elapsed().toSeconds();
        });
        for (int i = 0; i < 100; i++) {
            time.awaitSleepers(1);
            time.advance(Duration.ofSeconds(1));
        }
        assertThat(sleeper.get()).isEqualTo("awake at 100");
    }

    @Test
    void anInterruptedSleeperLeavesNothingBehind() throws InterruptedException {
        Future<?> sleeper = threads.submit(() -> {
            time.sleep(Duration.ofSeconds(2));
            return "never";
        });
        time.awaitSleepers(1);
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, SECONDS)).isTrue();
        assertThatThrownBy(sleeper::get).hasCauseInstanceOf(InterruptedException.class);
        assertThat(time.sleepers()).isZero();
    }

    @Test
    void aTaskMustNotWaitForTime() {
        Future<?> sleeping = scheduler.submit(() -> {
            time.sleep(Duration.ofSeconds(1));
            return "never";
        });
        Future<?> waiting =
                scheduler.submit(() -> scheduler.submit(() -> "other").get());
        Future<?> moving = scheduler.submit(() -> time.advance(Duration.ofSeconds(1)));
        time.runDue();
        assertThatThrownBy(sleeping::get)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a task of the scheduler waits for time to pass, but time stands still while the task runs;"
                        + " schedule what comes later, or wait on a thread of its own");
        assertThatThrownBy(waiting::get)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a task of the scheduler waits for another, which cannot run before it ends");
        assertThatThrownBy(moving::get)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the time is being moved already");
    }

    @Test
    void tooFewAreSaidWithTheCounts() {
        try (VirtualTime impatient = new VirtualTime(new Patience(Duration.ofMillis(1)))) {
            assertThatThrownBy(() -> impatient.awaitScheduled(1))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                    Expected 1 tasks to be scheduled, but after up to 1 ms there were 0, at 0 s of virtual time.""");
            assertThatThrownBy(() -> impatient.awaitSleepers(2))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                    Expected 2 threads to be asleep at once, but after up to 1 ms there were 0, at 0 s of virtual time.
                    Threads that sleep one after another are never asleep together: start them all first, then wait.""");
        }
    }

    @Test
    void timeDoesNotGoBack() {
        assertThatThrownBy(() -> time.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time only goes forward, was asked to go by PT-1S");
    }

    @Test
    void closingLeavesNobodyWaiting() throws InterruptedException {
        Future<?> task = scheduler.schedule(() -> "never", 1, SECONDS);
        Future<?> sleeper = threads.submit(() -> {
            time.sleep(Duration.ofSeconds(2));
            return "never";
        });
        time.awaitSleepers(1);

        time.close();

        assertThatThrownBy(task::get).isInstanceOf(CancellationException.class);
        assertThatThrownBy(sleeper::get).hasCauseInstanceOf(InterruptedException.class);
        assertThatThrownBy(() -> scheduler.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> time.sleep(Duration.ofSeconds(1))).isInstanceOf(InterruptedException.class);
    }

    private void logAfter(long seconds, String what) {
        var _ = scheduler.schedule(() -> note(what), seconds, SECONDS);
    }

    private void note(String what) {
        log.add(what + " at " + time.elapsed().toSeconds());
    }

    @Test
    void sleepersAreWokenOneMomentAfterAnotherUntilTheTestHasSeenEnough() throws InterruptedException {
        List<Duration> woken = new CopyOnWriteArrayList<>();
        var _ = threads.submit(() -> {
            for (int seconds : List.of(3, 2, 1)) {
                time.sleep(Duration.ofSeconds(seconds));
                woken.add(time.elapsed());
            }
            return woken;
        });

        time.wakeSleepers(1, () -> woken.size() == 2);

        assertThat(woken).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(5));
    }

    @Test
    void sleepersThatShouldSleepAtOnceAreWaitedFor() throws InterruptedException {
        Timeline timeline = Timeline.on(time.nanoTime());
        CountDownLatch second = new CountDownLatch(1);
        var _ = threads.submit(() -> timeline.record("first", () -> {
            second.countDown();
            time.sleep(Duration.ofSeconds(1));
            return "";
        }));
        var _ = threads.submit(() -> timeline.record("second", () -> {
            second.await();
            time.sleep(Duration.ofSeconds(1));
            return "";
        }));

        time.wakeSleepers(2, () -> timeline.count(Outcome.OK) == 2);

        TimelineAssert.assertThat(timeline).hasMakespan(Duration.ofSeconds(1));
    }

    @Test
    void whereNobodySleepsAnyMoreWakingEnds() throws InterruptedException {
        try (VirtualTime impatient = new VirtualTime(new Patience(Duration.ofMillis(1)))) {
            impatient.wakeSleepers(1, () -> false);

            assertThat(impatient.elapsed()).isZero();
        }
    }

    /// It may be anywhere between the start of its work and its return when that work falls asleep. It spins here,
    /// since a thread that waits would be taken for one that waits for its work.
    @Test
    void aCallThatDoesNotWaitForItsWorkIsGoneBeforeAnyOfItIsDone() throws InterruptedException {
        List<String> answers = new CopyOnWriteArrayList<>();
        AtomicBoolean started = new AtomicBoolean();
        AtomicBoolean asleep = new AtomicBoolean();
        Caller<Integer> caller = Caller.of(() -> {
            var _ = threads.submit(() -> {
                time.sleep(Duration.ofSeconds(1));
                return answers.add("tea");
            });
            started.set(true);
            spinUntil(asleep::get);
            long until = System.nanoTime() + 20_000_000;
            spinUntil(() -> System.nanoTime() - until >= 0);
            return answers.size();
        });
        spinUntil(started::get);
        time.awaitSleepers(1);
        asleep.set(true);

        time.wakeSleepers(1, caller);

        assertThat(caller.result()).isZero();
    }

    private static void spinUntil(BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}

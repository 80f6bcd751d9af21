package asyncjava.taskrunner.exercise.scheduler;

import static asyncjava.taskrunner.exercise.scheduler.ObservedTask.momentsOf;
import static asyncjava.taskrunner.exercise.scheduler.ObservedTask.timeOf;
import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Exercise;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.schedule.Explorer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged in virtual time, and at the end on many schedules, each of which lets the threads go on in another order. A
/// task
/// that takes long waits at a gate.
///
/// Where it matters at which moment a run begins, no other task is planned. And before time goes on,
/// everybody has come to rest.
@Exercise
final class TaskSchedulerTest {

    private static final Explorer SCHEDULES = Explorer.seeds(100).within(Duration.ofSeconds(5));
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MANY = 10;

    private final SchedulerUnderTest scheduler = new SchedulerUnderTest();
    private final Instant start = scheduler.now();
    private final Gate gate = Gate.closed();

    @BeforeEach
    void begin() throws InterruptedException {
        scheduler.create();
    }

    @AfterEach
    void stop() throws InterruptedException {
        gate.open();
        scheduler.end();
    }

    @Test
    @Order(1)
    void aTaskRunsAtItsMomentAndNotBefore() throws InterruptedException {
        Instant moment = start.plus(Duration.ofNanos(90_500_250_000L));
        ObservedTask task = quickTask();
        scheduler.at(moment, task);
        boolean planned = scheduler.becomesTrue(() -> scheduler.isPlanned() || task.runs() > 0);

        scheduler.letPass(Duration.between(start, moment).minusNanos(1));
        if (planned) {
            // Whoever is right has something on the timer still. Whoever is not has run the task, or is about to.
            scheduler.becomesTrue(() -> scheduler.isPlanned() || task.runs() > 0);
        }
        scheduler.settle();
        assertThat(task.runs())
                .withFailMessage("""
                        Expected the task to run at %s and not before, but it ran at %s.
                        How long it is until then is to be asked of the clock handed in: System.currentTimeMillis and
                        Instant.now() know nothing of it. Take care not to lose parts of a second on the way: toSeconds() and
                        toMillis() leave out the rest, toNanos() does not.""", timeOf(moment), task.moments())
                .isZero();

        scheduler.letPass(Duration.ofNanos(1));
        assertThat(scheduler.hasRun(task, 1))
                .withFailMessage("""
                        The task was due at %s and the clock handed in now says %s, but the task has not run.
                        Time goes by the timer and the clock that you were handed; Thread.sleep and
                        System.currentTimeMillis do not go by them, nor does CompletableFuture.delayedExecutor or a
                        timer of your own.""", timeOf(moment), scheduler.time())
                .isTrue();
        scheduler.settle();
        assertThat(task.began())
                .withFailMessage("""
                        Expected one run, at %s, but the runs were at %s.
                        Plan each task once.""", timeOf(moment), task.moments())
                .containsExactly(moment);
    }

    @Test
    @Order(2)
    void aMomentInThePastMeansAtOnce() throws InterruptedException {
        scheduler.letPass(MINUTE.multipliedBy(10));
        for (Instant moment : List.of(start.plus(MINUTE), scheduler.now())) {
            ObservedTask task = quickTask();
            scheduler.at(moment, task);
            assertThat(scheduler.hasRun(task, 1))
                    .withFailMessage("""
                            The task was planned for %s when the clock handed in said %s already. It should run at
                            once, but it has not run.
                            A moment in the past gives a delay below zero. Take it for a delay of
                            zero.""", timeOf(moment), scheduler.time())
                    .isTrue();
        }
    }

    @Test
    @Order(3)
    void everyRunsOncePerPeriodAndFirstAfterOne() throws InterruptedException {
        Duration period = Duration.ofNanos(1_500_250_000);
        ObservedTask task = quickTask();
        scheduler.every(period, task);
        for (int runs = 0; runs < 3; runs++) {
            awaitNextRunOf(task);
            scheduler.settle();
            assertRanEach(period, task, runs);
            scheduler.letPass(period);
            awaitRun(task, runs + 1);
        }
        scheduler.settle();
        assertRanEach(period, task, 3);
    }

    @Test
    @Order(4)
    void aSlowTaskDoesNotHoldUpTheTimer() throws InterruptedException {
        ObservedTask task = slowTask();
        scheduler.at(start.plus(MINUTE), task);
        awaitNextRunOf(task);
        scheduler.letPass(MINUTE);
        awaitUnderWay(1, "A task planned with at()");

        scheduler.at(start, slowTask());
        awaitUnderWay(2, "While one task takes long, a second, for a moment in the past,");

        task = slowTask();
        scheduler.every(MINUTE, task);
        awaitNextRunOf(task);
        scheduler.letPass(MINUTE);
        awaitUnderWay(3, "While two tasks take long, a third, planned with every(),");
        scheduler.letPass(MINUTE);
    }

    @Test
    @Order(5)
    void tenSlowTasksDelayNoOther() throws InterruptedException {
        ObservedTask quick = quickTask();
        scheduler.every(MINUTE, quick);
        awaitNextRunOf(quick);
        scheduler.letPass(MINUTE);
        awaitRun(quick, 1);
        awaitNextRunOf(quick);

        Instant due = start.plus(MINUTE.multipliedBy(2));
        for (int i = 0; i < MANY; i++) {
            scheduler.at(due, slowTask());
        }
        scheduler.letPass(MINUTE);
        assertThat(scheduler.becomesTrue(() -> gate.inside() == MANY))
                .withFailMessage("""
                        Ten tasks that take long were due at %s, and it is %s. Expected all ten to be under way, but
                        there are %d.
                        The others wait until one of these ends: there are too few threads to run them on.
                        The common pool, where runAsync without an executor goes, has about as many
                        threads as the machine has cores. Start each run on a thread of its own; virtual
                        threads cost next to nothing.""", timeOf(due), scheduler.time(), gate.inside())
                .isTrue();
        String delayed = """
                While ten other tasks take long, a task that runs every minute should have run %d times by %s. Its runs
                were at %s.
                It waits for the others. Start each run on a thread of its own.""";
        assertThat(scheduler.hasRun(quick, 2))
                .withFailMessage(delayed, 2, scheduler.time(), quick.moments())
                .isTrue();
        awaitNextRunOf(quick);
        scheduler.letPass(MINUTE);
        assertThat(scheduler.hasRun(quick, 3))
                .withFailMessage(delayed, 3, scheduler.time(), quick.moments())
                .isTrue();
    }

    @Test
    @Order(6)
    void aRunThatThrowsHarmsNobody() throws InterruptedException {
        ObservedTask failing = failingTask();
        scheduler.every(MINUTE, failing);
        awaitNextRunOf(failing);
        for (int runs = 1; runs <= 3; runs++) {
            boolean goesOn = scheduler.becomesPlanned();
            scheduler.letPass(MINUTE);
            assertThat(goesOn && scheduler.hasRun(failing, runs))
                    .withFailMessage("""
                            Every run of a task that runs every minute throws. Expected %d runs by %s all the same, but
                            they were at %s.
                            An exception ends whatever it passes through: a periodic task of a ScheduledExecutorService
                            is dropped in silence when it throws once, a Flux.interval ends with the error, a loop is
                            left. Catch what a run throws where you start that run.
                            """, runs, scheduler.time(), failing.moments())
                    .isTrue();
        }

        ObservedTask once = failingTask();
        ObservedTask other = quickTask();
        scheduler.at(scheduler.now().plus(MINUTE), once);
        scheduler.at(scheduler.now().plus(MINUTE.multipliedBy(2)), other);
        scheduler.becomesPlanned();
        scheduler.letPass(MINUTE);
        scheduler.hasRun(once, 1);
        scheduler.letPass(MINUTE);
        assertThat(scheduler.hasRun(once, 1) && scheduler.hasRun(other, 1))
                .withFailMessage("""
                        A task has thrown. Of two others, the next throws too, and the last does not. Expected both to
                        run, one and two minutes later, but their runs were at %s and %s.
                        Catch what a run throws, so that it does not end a thread that others
                        need.""", once.moments(), other.moments())
                .isTrue();
    }

    @Test
    @Order(7)
    void aSlowRunDoesNotEndItsSchedule() throws InterruptedException {
        ObservedTask slow = slowTask();
        scheduler.every(MINUTE, slow);
        awaitNextRunOf(slow);
        scheduler.letPass(MINUTE);
        awaitUnderWay(1, "A task planned with every()");
        // More than the 256 ticks that Reactor keeps at most for a subscriber who is slow.
        scheduler.letPass(MINUTE.multipliedBy(300));
        scheduler.settle();

        gate.open();
        scheduler.settle();
        int before = slow.runs();
        boolean goesOn = scheduler.becomesPlanned();
        scheduler.letPass(MINUTE);
        assertThat(goesOn && scheduler.hasRun(slow, before + 1))
                .withFailMessage("""
                        A run of a task that runs every minute took 300 minutes, and has ended. Expected the task to
                        run again within a minute, but it does not run any more.
                        Flux.interval ends with an error when nobody takes its ticks, and concatMap and publishOn take
                        no more, or few more, until a run has ended. Say what becomes of the ticks meanwhile, with
                        onBackpressureDrop().""")
                .isTrue();
    }

    @Test
    @Order(8)
    void afterCancelNoRunBegins() throws InterruptedException {
        ObservedTask once = quickTask();
        Scheduled planned = scheduler.at(start.plus(MINUTE), once);
        awaitNextRunOf(once);
        scheduler.cancel(planned);
        assertNothingComes(once, 0, "cancel()");

        ObservedTask periodic = quickTask();
        planned = scheduler.every(MINUTE, periodic);
        awaitNextRunOf(periodic);
        scheduler.letPass(MINUTE);
        awaitRun(periodic, 1);
        awaitNextRunOf(periodic);
        scheduler.cancel(planned);
        assertNothingComes(periodic, 1, "cancel()");
        scheduler.cancel(planned);
    }

    @Test
    @Order(9)
    void cancelLeavesTheOthersAlone() throws InterruptedException {
        ObservedTask once = quickTask();
        ObservedTask cancelledOnce = quickTask();
        scheduler.at(start.plus(MINUTE), once);
        scheduler.cancel(scheduler.at(start.plus(MINUTE), cancelledOnce));
        boolean goesOn = scheduler.becomesPlanned();
        scheduler.letPass(MINUTE);
        assertThat(goesOn && scheduler.hasRun(once, 1))
                .withFailMessage("""
                        Of two tasks, both due at %s, one was cancelled. Expected the other to run, but it did not.
                        To cancel one task, leave alone what it shares with others.""", scheduler.time())
                .isTrue();

        ObservedTask periodic = quickTask();
        ObservedTask cancelledPeriodic = quickTask();
        scheduler.every(MINUTE, periodic);
        awaitNextRunOf(periodic);
        scheduler.cancel(scheduler.every(MINUTE, cancelledPeriodic));
        for (int runs = 1; runs <= 2; runs++) {
            scheduler.settle();
            goesOn = scheduler.becomesPlanned();
            scheduler.letPass(MINUTE);
            assertThat(goesOn && scheduler.hasRun(periodic, runs))
                    .withFailMessage("""
                            Of two tasks that run every minute one was cancelled. Expected the other to have run %d
                            times by %s, but its runs were at %s.
                            To cancel one task, leave alone what it shares with others.
                            """, runs, scheduler.time(), periodic.moments())
                    .isTrue();
        }
        scheduler.settle();
        assertThat(cancelledOnce.runs() + cancelledPeriodic.runs())
                .withFailMessage("A task that was cancelled ran, together with another that was not cancelled.")
                .isZero();
    }

    @Test
    @Order(10)
    void aRunThatWaitsItsTurnDoesNotBeginAfterCancel() throws InterruptedException {
        ObservedTask slow = slowTask();
        Scheduled planned = scheduler.every(MINUTE, slow);
        awaitNextRunOf(slow);
        scheduler.letPass(MINUTE);
        awaitUnderWay(1, "A task planned with every()");
        scheduler.letPass(MINUTE.multipliedBy(2));
        scheduler.settle();
        int before = slow.runs();

        scheduler.cancel(planned);
        scheduler.settle();
        gate.open();
        scheduler.settle();

        assertThat(slow.runs())
                .withFailMessage("""
                        A task that runs every minute was cancelled after three minutes, when %d of its runs had begun
                        and took long. When these ended, %d more began.
                        Runs that wait for their turn have to be taken back too, or have to ask, when it comes, whether
                        the task was cancelled meanwhile.""", before, slow.runs() - before)
                .isEqualTo(before);
        assertNothingComes(slow, before, "cancel()");
    }

    @Test
    @Order(11)
    void closeLeavesTheTimerRunning() throws InterruptedException {
        ObservedTask task = quickTask();
        scheduler.at(start.plus(MINUTE), task);
        awaitNextRunOf(task);

        scheduler.close();
        scheduler.settle();

        assertThat(scheduler.timer().isShutdown()).withFailMessage("""
                        The timer has been shut down, but it was only lent: others may use it.
                        Close what you made yourself. A Reactor scheduler made from the timer shuts the timer down when
                        it is disposed of.""").isFalse();
    }

    @Test
    @Order(12)
    void afterCloseNoRunBegins() throws InterruptedException {
        ObservedTask once = quickTask();
        scheduler.at(start.plus(MINUTE), once);
        awaitNextRunOf(once);
        scheduler.close();
        assertNothingComes(once, 0, "close()");

        scheduler.create();
        ObservedTask periodic = quickTask();
        scheduler.every(MINUTE, periodic);
        awaitNextRunOf(periodic);
        scheduler.letPass(MINUTE);
        awaitRun(periodic, 1);
        awaitNextRunOf(periodic);
        scheduler.close();
        assertNothingComes(periodic, 1, "close()");
    }

    @Test
    @Order(13)
    void closeInterruptsRunsUnderWay() throws InterruptedException {
        ObservedTask once = slowTask();
        scheduler.at(start.plus(MINUTE), once);
        awaitNextRunOf(once);
        scheduler.letPass(MINUTE);
        awaitUnderWay(1, "A task planned with at()");
        ObservedTask periodic = slowTask();
        scheduler.every(MINUTE, periodic);
        awaitNextRunOf(periodic);
        scheduler.letPass(MINUTE);
        awaitUnderWay(2, "While one task takes long, a second, planned with every(),");
        scheduler.settle();
        int before = periodic.runs();

        scheduler.close();

        assertThat(scheduler.becomesTrue(() -> gate.inside() == 0))
                .withFailMessage("""
                        close() has returned, but not all runs have ended that were under way: %s.
                        Interrupt them: shutdownNow() does it for all threads of an executor. With Reactor, dispose()
                        interrupts a run within flatMap(...subscribeOn(...)), but not one in subscribe(...) after a
                        Mono: that Mono has given its value, and there is nothing left to dispose of.""", gate.inside() == 1 ? "one still is" : gate.inside() + " still are")
                .isTrue();
        assertNothingComes(periodic, before, "close()");
    }

    @Test
    @Order(14)
    @LeavesNoThreadBehind
    void noThreadIsLeftAfterClose() throws InterruptedException {
        ObservedTask once = quickTask();
        scheduler.at(start.plus(MINUTE), once);
        awaitNextRunOf(once);
        scheduler.letPass(MINUTE);
        awaitRun(once, 1);
        ObservedTask periodic = quickTask();
        scheduler.every(MINUTE, periodic);
        awaitNextRunOf(periodic);
        scheduler.letPass(MINUTE);
        awaitRun(periodic, 1);

        scheduler.close();
    }

    @Test
    @Order(15)
    void manyRunsOfOneTaskDelayNoOther() throws InterruptedException {
        ObservedTask slow = slowTask();
        scheduler.every(MINUTE, slow);
        awaitNextRunOf(slow);
        scheduler.letPass(MINUTE);
        awaitUnderWay(1, "A task planned with every()");
        scheduler.letPass(MINUTE.multipliedBy(100));
        scheduler.settle();

        ObservedTask other = quickTask();
        scheduler.at(scheduler.now(), other);

        assertThat(scheduler.hasRun(other, 1)).withFailMessage("""
                        A task that runs every minute takes more than a hundred, so that many of its runs may be under
                        way. Expected another task, planned for now, to run all the same, but it did not begin.
                        Where runs share a pool with a limit, as those on boundedElastic() do, the overlapping runs of
                        one task can take all of its threads. Give each run a thread of its own, without a limit, or
                        let no two runs of the same task overlap.""").isTrue();
    }

    @Test
    @Order(16)
    void afterCloseNothingIsPutOnTheTimer() throws InterruptedException {
        scheduler.close();
        ObservedTask task = quickTask();
        scheduler.planAfterClose(start, MINUTE, task);
        scheduler.settle();
        boolean left = scheduler.isPlanned();
        scheduler.letPass(MINUTE);
        scheduler.settle();

        assertThat(task.runs()).withFailMessage("""
                        close() had returned, and then at() and every() were called. They may throw or do nothing, but the
                        task ran, at %s.
                        Ask first whether it is closed.""", task.moments()).isZero();
        assertThat(left).withFailMessage("""
                        close() had returned, and then at() and every() were called. They may throw or do nothing, but they
                        left something on the timer, and nobody will take it off.
                        Ask first whether it is closed. What the timer hands over to an executor that is shut down does not
                        run, but until then it waits on the timer.""").isFalse();
    }

    @Test
    @Order(17)
    void aRunThatIsDueDoesNotBeginAfterCancel() {
        SCHEDULES.each(SchedulerOnSchedules::cancelWhenDue);
    }

    @Test
    @Order(18)
    void aRunThatIsDueDoesNotBeginAfterClose() {
        SCHEDULES.each(SchedulerOnSchedules::closeWhenDue);
    }

    @Test
    @Order(19)
    void threadsMayCallAtTheSameMoment() {
        SCHEDULES.each(SchedulerOnSchedules::atBesideCancelBesideClose);
    }

    private ObservedTask quickTask() {
        return new ObservedTask(scheduler.clock(), () -> null);
    }

    private ObservedTask slowTask() {
        return new ObservedTask(scheduler.clock(), () -> {
            gate.pass();
            return null;
        });
    }

    private ObservedTask failingTask() {
        return new ObservedTask(scheduler.clock(), () -> {
            // Threads print what they die of, and nobody needs to read of this.
            Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
            throw new WantedFailure();
        });
    }

    /// Waits until something waits on the timer; nobody else may have planned anything.
    private void awaitNextRunOf(ObservedTask task) throws InterruptedException {
        assertThat(scheduler.becomesPlanned())
                .withFailMessage("""
                        A task was planned, and has run %d times so far. For its next run something has to wait on the
                        timer, but nothing does, at %s.
                        Time goes by the timer and the clock that you were handed.""", task.runs(), scheduler.time())
                .isTrue();
    }

    private void awaitRun(ObservedTask task, int runs) throws InterruptedException {
        assertThat(scheduler.hasRun(task, runs))
                .withFailMessage("""
                        Expected a task to have run %d times by %s, but its runs were at %s.
                        Time goes by the timer and the clock that you were
                        handed.""", runs, scheduler.time(), task.moments())
                .isTrue();
    }

    private void awaitUnderWay(int runs, String which) throws InterruptedException {
        assertThat(scheduler.becomesTrue(() -> gate.inside() >= runs))
                .withFailMessage("""
                        %s was due at %s, but has not begun.
                        Start each run as soon as it is due, on a thread of its own. Where runs share one thread, or a
                        few as in the common pool, one that takes long keeps
                        another from beginning.""", which, scheduler.time())
                .isTrue();
    }

    private void assertRanEach(Duration period, ObservedTask task, int runs) {
        List<Instant> expected = IntStream.rangeClosed(1, runs)
                .mapToObj(periods -> start.plus(period.multipliedBy(periods)))
                .toList();
        assertThat(task.began())
                .withFailMessage(
                        """
                        A task runs every %s ms from %s on, and it is %s now.
                        Expected runs at %s, but they were at %s.
                        The first run is one period from now, and each period has one.
                        """,
                        period.toNanos() / 1e6, timeOf(start), scheduler.time(), momentsOf(expected), task.moments())
                .isEqualTo(expected);
    }

    /// That nothing is left that could make the task run again; nobody else may have planned anything.
    private void assertNothingComes(ObservedTask task, int runs, String after) throws InterruptedException {
        scheduler.becomesTrue(() -> !scheduler.isPlanned());
        scheduler.settle();
        boolean left = scheduler.isPlanned();
        scheduler.letPass(MINUTE);
        scheduler.settle();
        String advice = """
                Cancel what waits on the timer: the future that schedule() returned. Another future that was made from
                it does not hand a cancel on, nor does the interrupt of a thread that waits for it. With Reactor,
                dispose of the subscription. And whoever plans the next run when one has ended must ask first whether
                to go on.""";
        assertThat(task.runs())
                .withFailMessage("""
                        Expected no run to begin after %s, but one did. The runs were at %s.
                        %s""", after, task.moments(), advice)
                .isEqualTo(runs);
        assertThat(left).withFailMessage("""
                        No run began after %s, but something of it was still waiting on the timer. It waits there for
                        nothing, and more of it will pile up.
                        %s""", after, advice).isFalse();
    }

    /// Without a stack, which whoever runs it may print.
    private static final class WantedFailure extends RuntimeException {

        private static final long serialVersionUID = 1;

        WantedFailure() {
            super("this run fails because the test wants it to", null, false, false);
        }
    }
}

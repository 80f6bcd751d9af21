package asyncjava.queue.exercise.join;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.queue.exercise.ShortLimits;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Exercise;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.OtherThreads;
import asyncjava.testkit.schedule.Explorer;
import asyncjava.testkit.schedule.Pausing;
import asyncjava.testkit.schedule.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged by gates: a task is under way until the test lets it end. At the end several submit
/// and join at once, on many schedules.
@Exercise
final class WorkersTest {

    private static final Explorer SCHEDULES = Explorer.seeds(100).within(Duration.ofSeconds(5));
    private static final int COUNT = 2;
    private static final int MANY = 10_000;
    private static final Duration A_FEW_HOURS = Duration.ofMillis(150);
    private static final String SUBMIT_WAITS = """
            submit accepts a task and returns at once, however many are under way: a task that no worker is free for waits in a
            queue, and not whoever submits it.""";

    private final OtherThreads others = OtherThreads.watch();
    private final Workers workers = new Workers(COUNT);
    private final Gate gate = Gate.closed();
    private final List<Caller<?>> callers = new ArrayList<>();

    /// How many tasks have come to their end.
    private final AtomicInteger ended = new AtomicInteger();

    private boolean closed;

    @AfterEach
    void stop() {
        gate.open();
        callers.forEach(Caller::close);
        if (!closed) {
            closing();
        }
    }

    @Test
    @Order(1)
    @LeavesNoThreadBehind
    void joinReturnsAtOnceWhereThereIsNothingToDo() throws InterruptedException {
        joinReturns("Nothing was submitted, so that there is nothing to wait for.");
        submit(ended::incrementAndGet);
        joinReturns("The only task has ended: what does join still wait for?");
        assertThat(ended).withFailMessage("""
                        join had returned, then a task was submitted, and join was called again: it returned, and the task had not
                        been run. join waits, and ends nothing: the workers go on.""").hasValue(1);
        joinReturns("All has been done before, so that there is nothing to wait for.");
        closing().result("All is done, and nothing holds the workers: what does close wait for?");
    }

    @Test
    @Order(2)
    void asManyAreUnderWayAsThereAreWorkers() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            submit(held(gate));
        }
        gate.awaitInside(COUNT);
        settle();
        assertThat(gate.peakInside()).withFailMessage("""
                        Two workers were given five tasks, and %d of them were under way at once.
                        A thread for each task is not enough: something has to let in so many and no more, such as a pool of that
                        size, or a semaphore.""", gate.peakInside()).isEqualTo(COUNT);
        gate.open();
        joinReturns("All tasks have ended: what does join still wait for?");
        assertThat(gate.entered())
                .withFailMessage("Five tasks were submitted, and %d were run. Each is run once.", gate.entered())
                .isEqualTo(5);
    }

    @Test
    @Order(3)
    void joinWaitsForTheLastTask() throws InterruptedException {
        for (int i = 0; i <= COUNT; i++) {
            submit(held(gate));
        }
        gate.awaitInside(COUNT);
        Caller<?> joiner = join();
        for (int over = 0; over <= COUNT; over++) {
            settle();
            assertThat(joiner.isDone()).withFailMessage("""
                            Three tasks were submitted, %d of them have ended, and join has returned all the same.
                            A queue is empty as soon as the last task was taken out of it, which is when that task begins: count what
                            has not ended yet. And whoever is woken looks again, in a loop: it may have been for another end.""", over).isFalse();
            gate.awaitInside(1);
            gate.openOne();
        }
        joiner.result("All tasks have ended: what does join still wait for?");
    }

    /// The test waits for no minute: limits on waiting are short here.
    @Test
    @Order(4)
    void joinWaitsHoweverLongATaskTakes() throws InterruptedException, ReflectiveOperationException {
        AtomicBoolean joined = new AtomicBoolean();
        Caller<?> joiner = call(ShortLimits.load(LongTask.class, gate, joined));
        gate.awaitInside(1);
        settle();
        Thread.sleep(A_FEW_HOURS);
        settle();
        assertThat(joined).withFailMessage("""
                        A task took longer than your code waits for it: join returned while it was still under way.
                        What waits with a time limit gives up when that is over, even if it is an hour. Nobody knows how long a task
                        takes: wait without a limit, or look again.""").isFalse();
        gate.open();
        joiner.result("The task has ended: what does join still wait for?");
    }

    @Test
    @Order(5)
    void whateverATaskThrowsIsDoneAndCostsNoWorker() throws InterruptedException {
        for (int i = 0; i < COUNT; i++) {
            submit(() -> {
                dieSilently();
                throw new IllegalStateException("a task has failed");
            });
            settle();
            submit(() -> {
                dieSilently();
                throw new AssertionError("a task has failed with an error");
            });
            settle();
        }
        joinReturns("""
                All tasks have ended, by an exception or an error. Such a task is done too: count it in a finally block. And see
                that whoever runs the tasks does not end with the first that fails.""");
        bothWork("Two tasks threw an exception and two an error", """
                Whatever a task throws, catch it where the task is run, a Throwable and not only an Exception, or else the
                worker ends with it.""");
    }

    @Test
    @Order(6)
    void aTaskMayLeaveItsThreadInterrupted() throws InterruptedException {
        for (int i = 0; i < COUNT; i++) {
            submit(() -> Thread.currentThread().interrupt());
        }
        joinReturns("All tasks have ended. Each has left its thread interrupted, which is no reason to stop.");
        bothWork("Tasks left their threads interrupted", """
                An interrupt that a task has left behind ends the worker's next wait. Clear it after each task, with
                Thread.interrupted(), as the pools of the JDK do.""");
    }

    @Test
    @Order(7)
    void joinWaitsForWhatATaskSubmits() throws InterruptedException {
        Gate parent = Gate.closed();
        submit(() -> {
            pass(parent);
            workers.submit(held(gate));
        });
        parent.awaitInside(1);
        Caller<?> joiner = join();
        settle();
        parent.open();
        gate.awaitInside(1);
        settle();
        assertThat(joiner.isDone()).withFailMessage("""
                        join was called while a task was under way. That task submitted another and ended, and the other is under
                        way still. join has returned all the same.
                        What was unfinished when join was called is not all: look again, or count.""").isFalse();
        gate.open();
        joiner.result("All tasks have ended: what does join still wait for?");
    }

    @Test
    @Order(8)
    void severalMayJoinAndOneMayBeInterrupted() throws InterruptedException {
        submit(held(gate));
        List<Caller<?>> joiners = List.of(join(), join(), join());
        settle();
        isInterrupted(joiners.getFirst());
        settle();
        assertThat(gate.inside() == 1 && gate.cancelled() == 0)
                .withFailMessage("""
                        One that joined was interrupted, and with it the task that it waited for. Who waits may give up without
                        the others: the task goes on.""")
                .isTrue();
        assertThat(joiners.stream().filter(Caller::isDone).count())
                .withFailMessage("""
                        One that joined was interrupted, and another one's join has ended, though the task is under way still.
                        Who waits may give up without the others.""")
                .isEqualTo(1);
        gate.open();
        for (Caller<?> joiner : joiners.subList(1, joiners.size())) {
            joiner.result("""
                    Several joined, and all tasks have ended, but not everybody was told. notify(), signal() and one permit wake
                    one of those who wait: here all are meant.""");
        }
    }

    @Test
    @Order(9)
    void thereMayBeManyWorkersAndVeryManyTasks() throws InterruptedException {
        Workers twenty = new Workers(20);
        try {
            call(() -> {
                        for (int i = 0; i < MANY; i++) {
                            twenty.submit(held(gate));
                        }
                        return "";
                    })
                    .result(SUBMIT_WAITS, "How many tasks may wait for a worker is not limited.");
            try {
                gate.awaitInside(20);
            } catch (AssertionError e) {
                throw new AssertionError("""
                        There are twenty workers and %,d tasks, and only %d were under way at once.
                        The common pool has as many threads as there are processors: let tasks that may wait have threads of
                        their own.""".formatted(MANY, gate.inside()), e);
            }
            gate.open();
            call(() -> {
                        twenty.join();
                        return "";
                    })
                    .result("All tasks have ended: what does join still wait for?");
            assertThat(gate.entered())
                    .withFailMessage(
                            "%,d tasks were submitted, and %,d were run. Each is run once.", MANY, gate.entered())
                    .isEqualTo(MANY);
        } finally {
            gate.open();
            twenty.close();
        }
    }

    @Test
    @Order(10)
    void noTaskIsMissedHoweverManySubmit() throws ReflectiveOperationException {
        explore(WorkersOnSchedules.TheLastEnds.class);
        explore(WorkersOnSchedules.ManySubmit.class);
    }

    private static void explore(Class<? extends Scenario> scenario) throws ReflectiveOperationException {
        try {
            SCHEDULES.each(Pausing.atFieldsAndCalls(scenario));
        } catch (AssertionError e) {
            throw new AssertionError("""
                    Several submitted or joined at the same moment. Who joins and is never told, though all tasks have ended, has
                    looked before it was ready to be woken, or waits for a task that was counted and then lost: a sink takes from
                    one thread at a time, and that it has refused another is only told by what tryEmitNext returns.

                    """ + e.getMessage(), e);
        }
    }

    private <T> Caller<T> call(Callable<T> code) {
        Caller<T> caller = Caller.of(code);
        callers.add(caller);
        return caller;
    }

    private void submit(Runnable task) throws InterruptedException {
        Callable<String> submits = () -> {
            workers.submit(task);
            return "";
        };
        call(submits).result(SUBMIT_WAITS, """
                A task is accepted at any time before close, after a join as well, and whatever became of other tasks: no
                executor has been shut down by then, and no Flux has ended.""");
    }

    private Caller<?> join() {
        return call(() -> {
            workers.join();
            return "join has returned";
        });
    }

    private void joinReturns(String whenItHangs) throws InterruptedException {
        join().result(whenItHangs, "What a task throws is not for those who join.");
    }

    private Caller<?> closing() {
        closed = true;
        return Caller.of(() -> {
            workers.close();
            return "close has returned";
        });
    }

    private Runnable held(Gate gate) {
        return () -> {
            pass(gate);
            ended.incrementAndGet();
        };
    }

    private static void pass(Gate gate) {
        try {
            gate.pass();
        } catch (Exception e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Threads print what they die of, and nobody needs to read of this.
    private static void dieSilently() {
        Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
    }

    private void settle() throws InterruptedException {
        others.awaitRest();
    }

    private void bothWork(String after, String advice) throws InterruptedException {
        for (int i = 0; i < COUNT; i++) {
            submit(held(gate));
        }
        try {
            gate.awaitInside(COUNT);
        } catch (AssertionError e) {
            throw new AssertionError("""
                    There are two workers. %s, and then two more tasks came.
                    Expected both to be under way at once, but it was %s of them.
                    %s""".formatted(after, gate.inside() == 0 ? "none" : "one", advice), e);
        }
        gate.open();
        joinReturns("All tasks have ended: what does join still wait for?");
    }

    private static void isInterrupted(Caller<?> joiner) throws InterruptedException {
        joiner.interrupt();
        Throwable thrown = joiner.failure("""
                The thread that joins was interrupted, which asks it to give up, and goes on waiting: join() of a
                CompletableFuture does not hear an interrupt, get() does.""", """
                The thread that joined was interrupted, and a task is under way still: whoever called would believe that all is
                done. Let the InterruptedException go to the caller.""");
        assertThat(Stream.iterate(thrown, Objects::nonNull, Throwable::getCause))
                .withFailMessage("""
                        The thread that joined was interrupted. Expected an InterruptedException, or one among the causes of what
                        is thrown, but it was
                          %s""", thrown)
                .anyMatch(InterruptedException.class::isInstance);
    }
}

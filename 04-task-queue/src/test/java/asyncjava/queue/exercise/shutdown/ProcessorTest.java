package asyncjava.queue.exercise.shutdown;

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
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged by gates: a handler is under way until the test lets it end. At the end items come while somebody
/// drains or aborts, on many schedules.
@Exercise
final class ProcessorTest {

    private static final Explorer SCHEDULES = Explorer.seeds(100).within(Duration.ofSeconds(5));
    private static final String NOT_TOLD = """
            Somebody was not told of the end. A sink refuses to complete while another thread emits, and says so only by what
            tryEmitComplete returns. And an end mark that workers hand on to each other is lost where the put() of one hears
            an interrupt.
            """;
    private static final int WORKERS = 2;
    private static final int MANY = 10_000;
    /// Where limits are short.
    private static final Duration A_FEW_HOURS = Duration.ofMillis(150);

    private final OtherThreads others = OtherThreads.watch();
    private final Gate gate = Gate.closed();
    /// Where the handler of one long item is.
    private final Gate longest = Gate.closed();
    /// Where a handler that was interrupted takes its time.
    private final Gate tidyingUp = Gate.closed();

    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final List<Caller<?>> callers = new ArrayList<>();
    private final Processor<String> processor = new Processor<>(WORKERS, this::handle);

    @AfterEach
    void stop() {
        gate.open();
        longest.open();
        tidyingUp.open();
        callers.forEach(Caller::close);
    }

    @Test
    @Order(1)
    void drainFinishesAllThatWasAccepted() throws InterruptedException, ReflectiveOperationException {
        List<String> items = List.of("long", "order-2", "order-3", "order-4", "order-5");
        acceptOneByOne(items);
        awaitTheOnesThatWaitedLongest(items, 0);
        Caller<?> drain = drain();
        for (int ended = 0; ended < items.size(); ended++) {
            settle();
            assertThat(gate.cancelled()).withFailMessage("""
                            While one drains, handlers go on to their end, and %d of them were interrupted. shutdown() of an executor
                            lets its tasks end, shutdownNow() interrupts them.""", gate.cancelled()).isZero();
            assertThat(drain.isDone()).withFailMessage("""
                            Five items were accepted, the handlers are done with %d of them, and drain has returned all the same.
                            An item that was taken out of the queue is not done: wait until its handler has ended.""", ended).isFalse();
            awaitTheOnesThatWaitedLongest(items, ended);
            if (gate.inside() > 0) {
                gate.openOne();
            }
        }
        longest.open();
        drain.result("The handlers are done with all items: what does drain still wait for?");
        assertWaitsWithoutLimit(false);
    }

    @Test
    @Order(2)
    void aHandlerThatThrowsIsDoneWithItsItem() throws InterruptedException {
        String catchIt = """
                Whatever a handler throws, catch it where the handler is called, a Throwable and not only an Exception, or else
                the worker ends with it.""";
        assertItsWorkerGoesOn("an IOException", catchIt);
        assertItsWorkerGoesOn("an AssertionError", catchIt);
        assertItsWorkerGoesOn("a StackOverflowError", """
                Reactor throws such errors on and hands them to no onErrorResume, so that what threw it never ends and its place
                in flatMap is never free again. Catch a Throwable where the handler is called, within fromCallable.""");
        assertItsWorkerGoesOn("an InterruptedException", """
                Nobody has aborted: it was the handler's own affair. Whoever takes it for the end has put the handler and the
                wait for the next item into one try: give the handler one of its own.""");
        gate.open();
        drain().result("All handlers have ended, some by what they threw: what does drain still wait for?");
    }

    @Test
    @Order(3)
    void abortGivesBackWhatHasNotBegun() throws InterruptedException {
        acceptOneByOne(List.of("order-1", "order-2", "order-3", "order-4", "order-5"));
        gate.awaitInside(WORKERS);
        Caller<List<String>> abort = abort();
        awaitInterrupted("""
                cancel(true) of what submit() of an executor returned interrupts a task, and so does shutdownNow(). cancel
                of a CompletableFuture interrupts nothing.""");
        tidyingUp.open();
        settle();
        assertThat(begun).withFailMessage("""
                        abort was called while "order-1" and "order-2" were under way, and then more began: %s.
                        What is given back is taken out of the queue, so that no worker gets it too.""", begun).containsExactlyInAnyOrder("order-1", "order-2");
        assertGivenBack(abort, "order-3", "order-4", "order-5");
        assertManyMayWait();
    }

    @Test
    @Order(4)
    void abortWaitsForTheHandlersThatItInterrupts() throws InterruptedException, ReflectiveOperationException {
        accept(List.of("order-1", "order-2"));
        gate.awaitInside(WORKERS);
        Caller<List<String>> abort = abort();
        tidyingUp.awaitInside(WORKERS);
        settle();
        assertThat(abort.isDone()).withFailMessage("""
                        Two handlers were interrupted and are still tidying up, and abort has returned. To interrupt is to ask: wait
                        for the end of what was interrupted, with awaitTermination, close or join.""").isFalse();
        tidyingUp.open();
        assertGivenBack(abort);
        assertWaitsWithoutLimit(true);
    }

    @Test
    @Order(5)
    void nothingIsAcceptedOnceTheEndHasBegun() throws InterruptedException {
        accept(List.of("order-1", "order-2", "order-3"));
        gate.awaitInside(WORKERS);
        Caller<?> drain = drain();
        settle();
        assertRefused("while another thread drains");
        gate.open();
        drain.result("The handlers are done with all items: what does drain still wait for?");
        assertRefused("after drain had returned");
        assertGivenBack(abort());
        assertRefused("after abort had returned");
    }

    @Test
    @Order(6)
    void abortEndsADrainThatIsUnderWay() throws InterruptedException {
        acceptOneByOne(List.of("order-1", "order-2", "order-3", "order-4"));
        gate.awaitInside(WORKERS);
        Caller<?> drain = drain();
        settle();
        Caller<List<String>> abort = abort();
        awaitInterrupted("""
                Where another thread waits in drain, it must hold no lock that abort needs.""");
        settle();
        assertThat(drain.isDone()).withFailMessage("""
                        While this thread drained, another aborted. The handlers that were interrupted are still tidying up, and drain
                        has returned. It returns only when they have ended: the other one waits for them, but not in its place.""").isFalse();
        tidyingUp.open();
        assertGivenBack(abort, "order-3", "order-4");
        drain.result("""
                While this thread drained, another aborted. What was under way has ended, and the rest was given back, so that
                there is nothing left to wait for.""");
        assertGivenBack(abort());
        drain().result("All is over, so that there is nothing to wait for.");
    }

    @Test
    @Order(7)
    @LeavesNoThreadBehind
    void noThreadIsLeft() throws InterruptedException {
        accept(List.of("order-1", "order-2"));
        gate.awaitInside(WORKERS);
        tidyingUp.open();
        assertGivenBack(abort());
        gate.open();
        var second = new Processor<String>(WORKERS, this::handle);
        accept(second, List.of("order-3", "order-4"));
        settle();
        drain(second).result("All workers are idle: what does drain wait for?");
        drain(new Processor<>(WORKERS, this::handle)).result("There was no item at all: what does drain wait for?");
    }

    @Test
    @Order(8)
    void noneIsLostOrOvertakenHoweverThreadsTakeTurns() throws ReflectiveOperationException {
        SCHEDULES.each(Pausing.atFieldsAndCalls(ProcessorOnSchedules.InOrder.class));
        explore("another drained", ProcessorOnSchedules.Drained.class);
        explore("others drained and aborted", ProcessorOnSchedules.Aborted.class);
        explore("two others aborted", ProcessorOnSchedules.AbortedTwice.class);
        explore("another aborted when all was done", ProcessorOnSchedules.AbortedIdle.class);
    }

    private static void explore(String how, Class<? extends Scenario> scenario) throws ReflectiveOperationException {
        try {
            SCHEDULES.each(Pausing.atFieldsAndCalls(scenario));
        } catch (AssertionError e) {
            String seen = String.valueOf(e.getMessage());
            throw new AssertionError(
                    "Several threads submitted items while %s.%n%s%n%s"
                            .formatted(how, seen.contains("Nothing can go on") ? NOT_TOLD : "", seen),
                    e);
        }
    }

    /// What waits is handed to whoever is free, while another has a long one all the time.
    private void awaitTheOnesThatWaitedLongest(List<String> items, int ended) throws InterruptedException {
        List<String> expected = items.subList(0, Math.min(WORKERS + ended, items.size()));
        AssertionError nobodyCame = null;
        try {
            gate.awaitInside(ended < items.size() - 1 ? 1 : 0);
        } catch (AssertionError e) {
            nobodyCame = e;
        }
        assertThat(List.copyOf(begun))
                .withFailMessage(() -> """
                        There are two workers. The first handler takes long, and %d of those after it have ended.
                        Expected %s to have been handed to the handler by then,
                        but it was %s.
                        Never more are under way than there are workers, and whoever is free gets what has waited longest, the first
                        that came. Where each worker has a queue of its own, an item is stuck behind a long one.""".formatted(ended, expected, begun))
                .isEqualTo(expected);
        if (nobodyCame != null) {
            throw nobodyCame;
        }
    }

    /// The test waits for no minute: limits on waiting are short here.
    private void assertWaitsWithoutLimit(boolean aborts) throws InterruptedException, ReflectiveOperationException {
        Gate takesLong = Gate.closed();
        Caller<?> end = call(ShortLimits.load(LongHandler.class, takesLong, aborts));
        try {
            takesLong.awaitInside(1);
            settle();
            Thread.sleep(A_FEW_HOURS);
            settle();
            assertThat(end.isDone())
                    .withFailMessage("""
                            A handler took longer than your code waits for it: %s returned while it was still under way.
                            awaitTermination and its like give up when their time is over, even if that is an hour, and say so by what
                            they return. Nobody knows how long a handler takes: wait until it has ended.""", aborts ? "abort" : "drain")
                    .isFalse();
        } finally {
            takesLong.open();
        }
        end.result("The handler has ended: what does %s still wait for?".formatted(aborts ? "abort" : "drain"));
    }

    private void assertItsWorkerGoesOn(String thrown, String advice) throws InterruptedException {
        accept(List.of(thrown, "order-1", "order-2"));
        try {
            gate.awaitInside(WORKERS);
        } catch (AssertionError e) {
            throw new AssertionError("""
                    There are two workers. The handler threw %s, and then there came two more items. Expected both to be
                    under way at once, but it was %s of them.
                    %s""".formatted(thrown, gate.inside() == 0 ? "none" : "one", advice), e);
        }
        gate.openOne();
        gate.openOne();
    }

    private void assertManyMayWait() throws InterruptedException {
        Gate busy = Gate.closed();
        var one = new Processor<Integer>(1, _ -> busy.pass());
        Long refused = call(() ->
                        IntStream.range(0, MANY).filter(i -> !one.submit(i)).count())
                .result("submit returns at once, however many items wait.");
        assertThat(refused)
                .withFailMessage(
                        "Nobody has drained or aborted, and of %,d items %,d were refused. How many may wait is not limited.",
                        MANY, refused)
                .isZero();
        busy.awaitInside(1);
        call(one::abort).result("The handler that was under way has ended: what does abort wait for?");
    }

    private void awaitInterrupted(String advice) throws InterruptedException {
        try {
            tidyingUp.awaitInside(WORKERS);
        } catch (AssertionError e) {
            throw new AssertionError("""
                    abort was called while two handlers were under way, and %s is still: it was not interrupted.
                    %s""".formatted(gate.inside() == 1 ? "one" : "each", advice), e);
        }
    }

    private void handle(String item) throws Exception {
        begun.add(item);
        // Threads print what they die of, and nobody needs to read of this.
        Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
        switch (item) {
            case "an IOException" -> throw new IOException("the handler has failed");
            case "an AssertionError" -> throw new AssertionError("the handler has failed with an error");
            case "a StackOverflowError" -> throw new StackOverflowError("the handler has called itself too often");
            case "an InterruptedException" -> throw new InterruptedException("what the handler did was interrupted");
            case "long" -> longest.pass();
            default -> passOrTidyUp();
        }
    }

    private void passOrTidyUp() throws Exception {
        try {
            gate.pass();
        } catch (InterruptedException e) {
            tidyUp();
            throw e;
        }
    }

    private void tidyUp() throws Exception {
        try {
            tidyingUp.pass();
        } catch (InterruptedException e) {
            tidyUp(); // it is at it already
        }
    }

    private <R> Caller<R> call(Callable<R> code) {
        Caller<R> caller = Caller.of(code);
        callers.add(caller);
        return caller;
    }

    /// Each comes when nothing is left to happen for the one before, so that none overtakes it by luck: whether
    /// one can is tried on schedules.
    private void acceptOneByOne(List<String> items) throws InterruptedException {
        for (String item : items) {
            accept(List.of(item));
            settle();
        }
    }

    private void accept(List<String> items) throws InterruptedException {
        accept(processor, items);
    }

    private void accept(Processor<String> to, List<String> items) throws InterruptedException {
        for (String item : items) {
            boolean accepted = call(() -> to.submit(item)).result("""
                    submit returns at once, however many handlers are under way: what no worker is free for waits in a queue.""");
            assertThat(accepted).withFailMessage("""
                            Nobody has drained or aborted, and \"%s\" was refused, where %s had been submitted before.
                            Nothing is refused before the end: no executor has been shut down by then, no Flux has ended, and a queue
                            has room for all.""", item, begun).isTrue();
        }
    }

    private Caller<?> drain() {
        return drain(processor);
    }

    private Caller<?> drain(Processor<String> one) {
        return call(() -> {
            one.drain();
            return "drain has returned";
        });
    }

    private Caller<List<String>> abort() {
        return call(processor::abort);
    }

    private void settle() throws InterruptedException {
        others.awaitRest();
    }

    private void assertGivenBack(Caller<List<String>> abort, String... expected) throws InterruptedException {
        List<String> back = abort.result("""
                The handlers that were under way have ended: what does abort wait for? A worker that waits for the next item has
                to hear of the end, each of them, also where an interrupt reaches it in that moment.""", """
                What shutdownNow() of an executor returns are the tasks that it was given: by execute() the very ones, by submit()
                those in a wrapper, a FutureTask.""");
        List<String> hadBegun = back.stream().filter(begun::contains).toList();
        assertThat(back)
                .withFailMessage("""
                        Expected abort to give back %s, but it was %s.
                        It gives back all that was accepted and has not begun, in the order in which it was accepted.
                        %s""", List.of(expected), back, hadBegun.isEmpty() ? """
                        What waits in the buffer of a Flux is dropped when that is cancelled. And what was given back once is not
                        given back again.""" : """
                        The handler had begun with %s: an item whose handler was interrupted is not given back, other
                        than in sample 36. Nobody knows how far that handler came.""".formatted(hadBegun))
                .isEqualTo(List.of(expected));
    }

    private void assertRefused(String when) throws InterruptedException {
        Boolean accepted = call(() -> processor.submit("late")).result("""
                submit returns at once, also where it refuses.""", "Where it refuses, submit returns false.");
        settle();
        assertThat(accepted || begun.contains("late"))
                .withFailMessage("""
                        An item was submitted %s. Expected false, and nothing else,
                        but submit returned %s, and the handler %s.
                        Nobody looks after what comes now: whoever submits has to be told.""", when, accepted, begun.contains("late") ? "got the item" : "never got the item")
                .isFalse();
    }
}

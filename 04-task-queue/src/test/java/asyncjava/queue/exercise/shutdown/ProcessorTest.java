package asyncjava.queue.exercise.shutdown;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.queue.exercise.PausingCalls;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Exercise;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.OtherThreads;
import asyncjava.testkit.schedule.Explorer;
import asyncjava.testkit.schedule.Scenario;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged by gates: a handler is under way until the test lets it end. At the end items come while somebody drains
/// or aborts, on many schedules.
@Exercise
final class ProcessorTest {

    private static final Explorer SCHEDULES = Explorer.seeds(100).within(Duration.ofSeconds(5));
    private static final int WORKERS = 2;

    private final OtherThreads others = OtherThreads.watch();
    private final Gate gate = Gate.closed();
    /// Where a handler that was interrupted takes its time.
    private final Gate tidyingUp = Gate.closed();

    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final List<Caller<?>> callers = new ArrayList<>();
    private final Processor<String> processor = new Processor<>(WORKERS, this::handle);

    @AfterEach
    void stop() {
        gate.open();
        tidyingUp.open();
        callers.forEach(Caller::close);
    }

    @Test
    @Order(1)
    void drainFinishesAllThatWasAccepted() throws InterruptedException {
        List<String> items = List.of("order-1", "order-2", "order-3", "order-4", "order-5");
        accept(items);
        gate.awaitInside(WORKERS);
        Caller<?> drain = drain();
        for (int ended = 0; ended < items.size(); ended++) {
            settle();
            assertThat(gate.cancelled()).withFailMessage("""
                            While one drains, handlers go on to their end, and %d of them were interrupted. shutdown() of an executor
                            lets its tasks end, shutdownNow() interrupts them.""", gate.cancelled()).isZero();
            assertThat(drain.isDone()).withFailMessage("""
                            Five items were accepted, the handlers are done with %d of them, and drain has returned all the same.
                            An item that was taken out of the queue is not done: wait until its handler has ended.""", ended).isFalse();
            gate.awaitInside(1);
            gate.openOne();
        }
        drain.result("The handlers are done with all items: what does drain still wait for?");
        assertThat(begun)
                .withFailMessage(
                        "Five items were accepted, and %s were handed to the handler. Expected each once.", begun)
                .containsExactlyInAnyOrderElementsOf(items);
        assertThat(gate.peakInside())
                .withFailMessage("There are two workers, and %d handlers were under way at once.", gate.peakInside())
                .isEqualTo(WORKERS);
    }

    @Test
    @Order(2)
    void aHandlerThatThrowsIsDoneWithItsItem() throws InterruptedException {
        List<String> items = List.of("exception", "error", "exception", "error", "order-5", "order-6");
        accept(items);
        try {
            gate.awaitInside(WORKERS);
        } catch (AssertionError e) {
            throw new AssertionError("""
                    There are two workers. The handler threw at four items, and then there came two more. Expected both to be
                    under way at once, but it was %s of them.
                    Whatever a handler throws, catch it where the handler is called, a Throwable and not only an Exception, or
                    else the worker ends with it.""".formatted(gate.inside() == 0 ? "none" : "one"), e);
        }
        gate.open();
        drain().result("All handlers have ended, some by what they threw: what does drain still wait for?");
    }

    @Test
    @Order(3)
    void abortGivesBackWhatHasNotBegun() throws InterruptedException {
        accept(List.of("order-1", "order-2", "order-3", "order-4", "order-5"));
        gate.awaitInside(WORKERS);
        Caller<List<String>> abort = abort();
        try {
            tidyingUp.awaitInside(WORKERS);
        } catch (AssertionError e) {
            throw new AssertionError("""
                    abort was called while two handlers were under way, and %s is still: it was not interrupted.
                    cancel(true) of what submit() of an executor returned interrupts a task, and so does shutdownNow(). cancel
                    of a CompletableFuture interrupts nothing.""".formatted(gate.inside() == 1 ? "one" : "each"), e);
        }
        tidyingUp.open();
        settle();
        assertThat(begun).withFailMessage("""
                        abort was called while "order-1" and "order-2" were under way, and then more began: %s.
                        What is given back is taken out of the queue, so that no worker gets it too.""", begun).containsExactlyInAnyOrder("order-1", "order-2");
        assertGivenBack(abort, "order-3", "order-4", "order-5");
    }

    @Test
    @Order(4)
    void abortWaitsForTheHandlersThatItInterrupts() throws InterruptedException {
        accept(List.of("slow to end"));
        gate.awaitInside(1);
        Caller<List<String>> abort = abort();
        tidyingUp.awaitInside(1);
        settle();
        assertThat(abort.isDone()).withFailMessage("""
                        A handler was interrupted and is still tidying up, and abort has returned. To interrupt is to ask: wait for
                        the end of what was interrupted, with awaitTermination, close or join.""").isFalse();
        tidyingUp.open();
        assertGivenBack(abort);
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
        accept(List.of("order-1", "order-2", "order-3", "order-4"));
        gate.awaitInside(WORKERS);
        Caller<?> drain = drain();
        settle();
        tidyingUp.open();
        assertGivenBack(abort(), "order-3", "order-4");
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
        gate.open();
        accept(List.of("order-1", "order-2"));
        settle();
        drain().result("All workers are idle: what does drain wait for?");
        var second = new Processor<String>(WORKERS, this::handle);
        accept(second, List.of("order-3", "order-4"));
        settle();
        call(second::abort).result("All workers are idle: what does abort wait for?");
        call(new Processor<String>(WORKERS, this::handle)::abort)
                .result("There was no item at all: what does abort wait for?");
    }

    @Test
    @Order(8)
    void nothingIsLostWhereItemsComeAtThatMoment() throws ReflectiveOperationException {
        explore("another drained", ProcessorOnSchedules.Drained.class);
        explore("others drained and aborted", ProcessorOnSchedules.Aborted.class);
    }

    private static void explore(String how, Class<? extends Scenario> scenario) throws ReflectiveOperationException {
        try {
            SCHEDULES.each(PausingCalls.load(scenario));
        } catch (AssertionError e) {
            throw new AssertionError(
                    "Several threads submitted items while %s.%n%n%s".formatted(how, e.getMessage()), e);
        }
    }

    private void handle(String item) throws Exception {
        begun.add(item);
        // Threads print what they die of, and nobody needs to read of this.
        Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
        switch (item) {
            case "exception" -> throw new IOException("the handler has failed");
            case "error" -> throw new AssertionError("the handler has failed with an error");
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
        return call(() -> {
            processor.drain();
            return "drain has returned";
        });
    }

    private Caller<List<String>> abort() {
        return call(processor::abort);
    }

    private void settle() throws InterruptedException {
        others.awaitRest();
    }

    private static void assertGivenBack(Caller<List<String>> abort, String... expected) throws InterruptedException {
        List<String> back = abort.result("""
                The handlers that were under way have ended: what does abort wait for? Where another thread waits in drain, it
                must hold no lock that abort needs.""", """
                What shutdownNow() of an executor returns are the tasks that it was given: by execute() the very ones, by submit()
                those in a wrapper, a FutureTask.""");
        assertThat(back).withFailMessage("""
                        Expected abort to give back %s, but it was %s.
                        It gives back all that was accepted and has not begun, in the order in which it was accepted.
                        What waits in the buffer of a Flux is dropped when that is cancelled. And what was given back once is not
                        given back again.""", List.of(expected), back).isEqualTo(List.of(expected));
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

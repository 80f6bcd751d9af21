package asyncjava.taskrunner.exercise.failfast;

import static asyncjava.testkit.TimelineAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.timeline.Timeline;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Drawing;
import asyncjava.testkit.Exercise;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.VirtualTime;
import asyncjava.testkit.schedule.Explorer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged by gates: a call fails when the test says so, and the others go on until they are interrupted. Where every
/// call answers, they do so in virtual time. At the end calls fail close together, on many schedules.
@Exercise
final class FailFastTest {

    private static final Explorer SCHEDULES = Explorer.seeds(100).within(Duration.ofSeconds(5));
    private static final Duration A_WHILE = Duration.ofMillis(100);

    private final VirtualTime time = VirtualTime.start();
    private final Timeline timeline = Timeline.on(time.nanoTime());
    private final Gate failing = Gate.closed();
    private final Gate answering = Gate.closed();
    /// Holds calls that only an interrupt ends.
    private final Gate endless = Gate.closed();

    private final Exception failure = withoutStackTrace(new IOException("line cut"));

    @AfterEach
    void stop() {
        Stream.of(failing, answering, endless).forEach(Gate::open);
        time.close();
    }

    @Test
    @Order(1)
    void theAnswerOfACallIsReturned() throws InterruptedException {
        List<String> answers = answersTo(call("tea", 300));

        assertThat(answers).withFailMessage("""
                        Expected [tea], the answer of the only call, but you returned %s.
                        Wait until the answer is there, and then return it.""", answers).containsExactly("tea");
    }

    @Test
    @Order(2)
    void allCallsAreUnderWayAtOnce() throws InterruptedException {
        answersTo(call("api-a", 300), call("api-b", 300), call("api-c", 300));

        assertThat(timeline).overlapped("api-a", "api-b", "api-c");
    }

    @Test
    @Order(3)
    void theAnswersAreInTheOrderOfTheCalls() throws InterruptedException {
        List<String> answers = answersTo(call("api-a", 300), call("api-b", 200), call("api-c", 100));

        assertThat(answers).withFailMessage("""
                        Expected the answers in the order of the calls, [api-a, api-b, api-c], but you returned %s.
                        api-c answers first and api-a last. Whoever takes the answers as they arrive, in order to see a
                        failure early, still has to put each in its place.""", answers).containsExactly("api-a", "api-b", "api-c");
    }

    @Test
    @Order(4)
    void eachCallIsMadeOnce() throws InterruptedException {
        answersTo(call("api-a", 300), call("api-b", 300));

        assertThat(timeline.opened()).withFailMessage("""
                        Expected each of the 2 calls to be made once, but %d were made in all.
                        A description runs anew each time that it is started: a Mono for each subscription, a Callable
                        for each call().""", timeline.opened()).isEqualTo(2);
    }

    @Test
    @Order(5)
    void noCallsGiveNoAnswers() throws InterruptedException {
        List<String> answers = answersTo();

        assertThat(answers)
                .withFailMessage("Expected an empty list where there is no call, but you returned %s.", answers)
                .isNotNull()
                .isEmpty();
    }

    @Test
    @Order(6)
    void theFailureOfACallIsThrown() throws InterruptedException {
        try (var caller = callerOf(call("tea", failing))) {
            failing.awaitInside(1);
            failing.failOneWith(failure);

            isThatOf("the call", caller.failure("The only call has failed: what does it still wait for?", """
                    The only call has failed, so that not all the answers are there: throw what the call threw."""));
        }
    }

    @Test
    @Order(7)
    void aFailureIsThrownWhileOtherCallsAreUnderWay() throws InterruptedException {
        try (var caller = callerOf(call("api-a", failing), call("api-b", endless), call("api-c", endless))) {
            failOne(2);

            caller.failure("""
                    api-a has failed. api-b and api-c are still under way, and only an interrupt ends them. Whoever waits
                    for all the calls before looking at one, or closes an executor, which waits for its threads, and has
                    not interrupted them first, waits for ever. And cancel(true) of a CompletableFuture interrupts nobody.""", "api-a has failed, and nobody is told of it.");
        }
    }

    @Test
    @Order(8)
    void aFailureIsSeenWhicheverCallFails() throws InterruptedException {
        try (var caller = callerOf(call("api-a", endless), call("api-b", answering), call("api-c", failing))) {
            answering.awaitInside(1);
            answering.open();
            failOne(1);

            caller.failure("""
                    api-c has failed. api-a, which comes before it in the list, is still under way, and only an interrupt
                    ends it. Whoever asks for the answers in the order of the list waits for api-a, and does not see that
                    api-c has failed. Wait for whichever call ends first.""", "api-c has failed, and nobody is told of it.");
        }
    }

    @Test
    @Order(9)
    void theOtherCallsAreInterrupted() throws InterruptedException {
        try (var caller = callerOf(call("api-a", endless), call("api-b", failing), call("api-c", endless))) {
            failOne(2);
            caller.failure();

            areInterrupted("Expected api-a and api-c to be interrupted when api-b had failed");
        }
    }

    @Test
    @Order(10)
    void whatIsThrownIsTheFailureThatCameFirst() throws InterruptedException {
        try (var caller = callerOf(sulking("api-a"), call("api-b", endless), call("api-c", failing))) {
            failOne(2);

            isThatOf("api-c", caller.failure());
        }
    }

    @Test
    @Order(11)
    void aCallMayFailBeforeTheOthersHaveBegun() throws InterruptedException {
        failing.failWith(failure);
        try (var caller = callerOf(call("api-a", failing), call("api-b", endless), call("api-c", endless))) {
            isThatOf("api-a", caller.failure("""
                    api-a has failed as soon as it began, perhaps before the others were started. They are still under
                    way, and only an interrupt ends them."""));
            areInterrupted("Expected api-b and api-c to be interrupted, or never to begin, when api-a had failed");
        }
    }

    @Test
    @Order(12)
    void anInterruptOfTheCallerStopsTheCalls() throws InterruptedException {
        try (var caller = callerOf(call("api-a", endless), call("api-b", endless), call("api-c", endless))) {
            endless.awaitInside(3);
            time.advance(A_WHILE);
            caller.interrupt();

            caller.failure("""
                    The thread that waits there was interrupted, and goes on waiting. An interrupt asks it to give up: do
                    not catch the InterruptedException in order to wait again. And join() of a CompletableFuture does not
                    hear an interrupt at all; get() does.""", """
                    The thread that waited was interrupted, which asks it to give up. It has no answers to return: throw
                    the InterruptedException on, so that the caller knows.""");
            areInterrupted("Expected all three calls to be interrupted when the thread that waits for them was");
        }
    }

    @Test
    @Order(13)
    void twentyCallsAreUnderWayAtOnceToo() throws InterruptedException {
        answersTo(IntStream.rangeClosed(1, 20)
                .mapToObj(i -> call("api-" + i, 300))
                .toList());

        assertThat(timeline).hasSpans(20).hasPeakInFlight(20);
    }

    @Test
    @Order(14)
    @LeavesNoThreadBehind
    void noThreadIsLeftAfterTheAnswers() throws InterruptedException {
        answersTo(call("api-a", 300), call("api-b", 300));
    }

    @Test
    @Order(15)
    @LeavesNoThreadBehind
    void noThreadIsLeftAfterAFailure() throws InterruptedException {
        try (var caller = callerOf(call("api-a", endless), call("api-b", failing))) {
            failOne(1);
            caller.failure();
        }
    }

    @Test
    @Order(16)
    void twoCallsMayFailAtOnce() {
        SCHEDULES.each(FailFastOnSchedules::twoFailAtOnce);
    }

    @Test
    @Order(17)
    void ofTwoFailuresTheFirstIsThrown() {
        SCHEDULES.each(FailFastOnSchedules::oneFailsRightAfterAnother);
    }

    /// A call that answers with its own name.
    private Callable<String> call(String name, int millis) {
        return () -> timeline.record(name, () -> {
            time.sleep(Duration.ofMillis(millis));
            return name;
        });
    }

    private Callable<String> call(String name, Gate gate) {
        return () -> timeline.record(name, () -> {
            gate.pass();
            return name;
        });
    }

    /// A call that ends when it is interrupted, but says so in an exception of its own, as much code does.
    private Callable<String> sulking(String name) {
        return () -> {
            try {
                return call(name, endless).call();
            } catch (InterruptedException e) {
                throw withoutStackTrace(new IllegalStateException(name + " was stopped", e));
            }
        };
    }

    /// What the learner's code returns where every call answers; time passes as the calls need it.
    @SafeVarargs
    private List<String> answersTo(Callable<String>... calls) throws InterruptedException {
        return answersTo(List.of(calls));
    }

    private List<String> answersTo(List<Callable<String>> calls) throws InterruptedException {
        try (Caller<List<String>> caller = Caller.of(() -> FailFast.callAll(calls))) {
            time.wakeSleepers(calls.size(), caller);
            return caller.result("All the calls have answered: what does it still wait for?");
        }
    }

    @SafeVarargs
    private static Caller<List<String>> callerOf(Callable<String>... calls) {
        return Caller.of(() -> FailFast.callAll(List.of(calls)));
    }

    /// Lets a call fail while so many others are under way.
    private void failOne(int others) throws InterruptedException {
        failing.awaitInside(1);
        endless.awaitInside(others);
        time.advance(A_WHILE);
        failing.failOneWith(failure);
    }

    /// That the failure of a call was thrown, by itself or as a cause.
    private void isThatOf(String who, Throwable thrown) {
        assertThat(causes(thrown).anyMatch(each -> each == failure))
                .withFailMessage(
                        """
                        Expected what is thrown to be the failure of %s, or to have it among its causes:
                          %s
                        but it was
                          %s
                        %s""",
                        who,
                        failure,
                        causes(thrown).map(Object::toString).collect(Collectors.joining("\n  caused by ")),
                        whatItMeans(thrown))
                .isTrue();
    }

    private static String whatItMeans(Throwable thrown) {
        return causes(thrown)
                        .anyMatch(each -> each instanceof InterruptedException || each instanceof CancellationException)
                ? """
                That is what a call throws that is stopped because another has failed. Remember which failure came first,
                before you stop the others."""
                : """
                Why the call failed is lost. Throw what the call threw, or hand it on as the cause of your own exception:
                new IllegalStateException("a call failed", cause).""";
    }

    private void areInterrupted(String expected) throws InterruptedException {
        try {
            endless.awaitEmpty();
        } catch (AssertionError e) {
            time.advance(A_WHILE);
            throw new AssertionError("""
                    %s, but %d went on:
                    %sNobody will read their answers, and their threads wait all the same. interrupt() stops a thread that you
                    started, cancel(true) that of a Future that an executor returned, shutdownNow() all threads of an executor.
                    But shutdown() interrupts nobody, and cancel(true) of a CompletableFuture does not reach the thread. A Mono that you
                    subscribed to by yourself is stopped by its Disposable, and by nothing else.""".formatted(expected, endless.inside(), Drawing.of(timeline)), e);
        }
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    /// Threads print what they die of: without the lines of JUnit, the learner's own are easily found in it.
    private static <E extends Exception> E withoutStackTrace(E exception) {
        exception.setStackTrace(new StackTraceElement[0]);
        return exception;
    }
}

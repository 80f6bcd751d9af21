package asyncjava.taskrunner.exercise.outcomes;

import static asyncjava.testkit.TimelineAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.timeline.Timeline;
import asyncjava.taskrunner.exercise.outcomes.Outcome.Answer;
import asyncjava.taskrunner.exercise.outcomes.Outcome.Failure;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Exercise;
import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.VirtualTime;
import asyncjava.testkit.schedule.Explorer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged in virtual time: a call takes as long as it says, on every machine, and then answers or fails.
/// At the end the calls take turns on many schedules.
@Exercise
final class OutcomesTest {

    private static final Explorer SCHEDULES = Explorer.seeds(100).within(Duration.ofSeconds(5));

    private final VirtualTime time = VirtualTime.start();
    private final Timeline timeline = Timeline.on(time.nanoTime());
    private final Exception checked = new IOException("line cut", new TimeoutException("no sign of life"));
    private final Exception unchecked = new IllegalStateException("sold out", new TimeoutException("no delivery"));

    OutcomesTest() {
        // Threads print what they die of: the learner's own lines are to be found in it.
        Stream.of(checked, checked.getCause(), unchecked).forEach(each -> each.setStackTrace(new StackTraceElement[0]));
    }

    @AfterEach
    void stop() {
        time.close();
    }

    @Test
    @Order(1)
    void theAnswerOfACallIsReturned() throws InterruptedException {
        List<Outcome> outcomes = outcomesOf("", List.of(answers("tea", 300)));

        assertThat(outcomes).withFailMessage("""
                        Expected [Answer[answer=tea]], the outcome of the only call, but you returned %s.
                        Wait until the answer is there, and then return it in an Answer.""", outcomes).containsExactly(new Answer("tea"));
    }

    @Test
    @Order(2)
    void aFailureIsReturnedAndNotThrown() throws InterruptedException {
        List<Outcome> outcomes = outcomesOf(fails("tea", 300, checked));

        assertThat(outcomes).withFailMessage("""
                        Expected one Failure, since the only call has failed, but you returned %s.
                        A failure that is left out, or that becomes an empty answer, is lost: whoever reads the outcomes
                        cannot see that the call failed, nor why. Return a Failure in its place.""", outcomes).hasSize(1).hasOnlyElementsOfType(Failure.class);
    }

    @Test
    @Order(3)
    void theCauseIsTheVeryExceptionThatTheCallThrew() throws InterruptedException {
        hasCause(checked, outcomesOf(fails("tea", 300, checked)));
    }

    @Test
    @Order(4)
    void anUncheckedExceptionIsAFailureToo() throws InterruptedException {
        hasCause(unchecked, outcomesOf(fails("tea", 300, unchecked)));
    }

    @Test
    @Order(5)
    void allCallsAreUnderWayAtOnce() throws InterruptedException {
        outcomesOf(answers("api-a", 300), fails("api-b", 200, checked), answers("api-c", 300));

        assertThat(timeline).overlapped("api-a", "api-b", "api-c");
    }

    @Test
    @Order(6)
    void oneFailureCostsNoOtherCallItsAnswer() throws InterruptedException {
        List<Outcome> outcomes = outcomesOf(answers("api-a", 300), fails("api-b", 100, checked), answers("api-c", 200));

        assertThat(outcomes)
                .withFailMessage("""
                        Expected the answers of api-a and api-c, and the failure of api-b, which comes first. But you returned
                        %s
                        Here the first failure ends all of it. Deal with a failure where it concerns one call: in the call's
                        own task, or by asking each future by itself.""", lines(outcomes))
                .containsExactlyInAnyOrder(new Answer("api-a"), new Failure(checked), new Answer("api-c"));
    }

    @Test
    @Order(7)
    void severalFailuresAreEachTheirOwn() throws InterruptedException {
        List<Outcome> outcomes =
                outcomesOf(fails("api-a", 300, checked), answers("api-b", 200), fails("api-c", 100, unchecked));

        assertThat(outcomes)
                .withFailMessage("""
                        Expected two failures, that of api-a with
                          %s
                        and that of api-c with
                          %s
                        and the answer of api-b. But you returned
                        %s
                        Keep what became of each call by itself, not in one place that they share.""", checked, unchecked, lines(outcomes))
                .containsExactlyInAnyOrder(new Failure(checked), new Answer("api-b"), new Failure(unchecked));
    }

    @Test
    @Order(8)
    void theOutcomesAreInTheOrderOfTheCalls() throws InterruptedException {
        List<Outcome> outcomes = outcomesOf(
                fails("api-a", 400, checked),
                answers("api-b", 300),
                fails("api-c", 200, unchecked),
                answers("api-d", 100));

        assertThat(outcomes)
                .withFailMessage("""
                        Expected the outcomes in the order of the calls: api-a fails, api-b answers, api-c fails, api-d answers.
                        But you returned
                        %s
                        api-d ends first and api-a last. Collect the outcomes in the order in which you asked, not in the
                        order in which they arrive, and failures in their places among the answers.""", lines(outcomes))
                .containsExactly(
                        new Failure(checked), new Answer("api-b"), new Failure(unchecked), new Answer("api-d"));
    }

    @Test
    @Order(9)
    void eachCallIsMadeOnce() throws InterruptedException {
        outcomesOf(fails("api-a", 300, checked), answers("api-b", 300));

        assertThat(timeline.opened()).withFailMessage("""
                        Expected each of the 2 calls to be made once, but %d were made in all.
                        Do not try again what has failed: nobody asked for it here. And a description runs anew each time
                        that it is started: a Mono for each subscription, a Callable for each call().""", timeline.opened()).isEqualTo(2);
    }

    @Test
    @Order(10)
    void noCallsGiveNoOutcomes() throws InterruptedException {
        List<Outcome> outcomes = outcomesOf();

        assertThat(outcomes)
                .withFailMessage("Expected an empty list where there is no call, but you returned %s.", outcomes)
                .isNotNull()
                .isEmpty();
    }

    @Test
    @Order(11)
    void twentyCallsAreUnderWayAtOnceToo() throws InterruptedException {
        outcomesOf(IntStream.rangeClosed(1, 20)
                .mapToObj(i -> i % 2 == 0 ? fails("api-" + i, 300, checked) : answers("api-" + i, 300))
                .toList());

        assertThat(timeline).hasSpans(20).hasPeakInFlight(20);
    }

    @Test
    @Order(12)
    @LeavesNoThreadBehind
    void noThreadIsLeftWhenItReturns() throws InterruptedException {
        outcomesOf(answers("api-a", 300), fails("api-b", 200, checked), answers("api-c", 100));
    }

    @Test
    @Order(13)
    void theOrderIsKeptHoweverTheCallsTakeTurns() {
        SCHEDULES.each(OutcomesOnSchedules::callAll);
    }

    /// A call that answers with its own name.
    private Callable<String> answers(String name, int millis) {
        return () -> timeline.record(name, () -> {
            time.sleep(Duration.ofMillis(millis));
            return name;
        });
    }

    private Callable<String> fails(String name, int millis, Exception failure) {
        return () -> timeline.record(name, () -> {
            time.sleep(Duration.ofMillis(millis));
            throw failure;
        });
    }

    @SafeVarargs
    private List<Outcome> outcomesOf(Callable<String>... calls) throws InterruptedException {
        return outcomesOf(List.of(calls));
    }

    private List<Outcome> outcomesOf(List<Callable<String>> calls) throws InterruptedException {
        return outcomesOf("""
                A failure is an outcome too: catch what a call throws, and return it in a Failure.""", calls);
    }

    /// What the learner's code returns; time passes as its calls need it.
    private List<Outcome> outcomesOf(String whenItThrows, List<Callable<String>> calls) throws InterruptedException {
        try (Caller<List<Outcome>> caller = Caller.of(() -> Outcomes.callAll(calls))) {
            time.wakeSleepers(calls.size(), caller);
            return caller.result(
                    "All the calls have ended, with an answer or with a failure: what does it still wait for?",
                    whenItThrows);
        }
    }

    /// The outcomes, a line each.
    private static String lines(List<Outcome> outcomes) {
        return outcomes.isEmpty()
                ? "  an empty list"
                : outcomes.stream().map(outcome -> "  " + outcome).collect(Collectors.joining("\n"));
    }

    private static void hasCause(Exception thrown, List<Outcome> outcomes) {
        assertThat(outcomes)
                .withFailMessage("Expected one Failure, since the only call has failed, but you returned %s.", outcomes)
                .hasSize(1)
                .hasOnlyElementsOfType(Failure.class);
        Throwable cause = ((Failure) outcomes.getFirst()).cause();
        assertThat(cause)
                .withFailMessage("""
                        Expected the cause to be the very exception that the call threw,
                          %s
                        but it is
                          %s
                        %s""", thrown, cause, difference(thrown, cause))
                .isSameAs(thrown);
    }

    private static String difference(Throwable thrown, Throwable cause) {
        if (causes(cause).anyMatch(inner -> inner == thrown)) {
            return """
                    That is a wrapper, put around it on its way from one thread to another. What the call threw is inside:
                    getCause() takes it out. There may be more than one, and one that your own code put there counts too.""";
        }
        return causes(thrown).anyMatch(inner -> inner == cause) ? """
                That is what had caused it. Take off the library's wrapper, and nothing else: what a call throws may have
                causes of its own.""" : """
                That is another exception. A new one loses the type, the stack trace and the causes of the first: hand on
                the one that you caught.""";
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause);
    }
}

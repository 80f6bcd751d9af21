package asyncjava.taskrunner.exercise.delays;

import static asyncjava.testkit.TimelineAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.timeline.Timeline;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Exercise;
import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.VirtualTime;
import asyncjava.testkit.schedule.Explorer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged in virtual time: a call takes as long as it says, on every machine. At the end the calls take
/// turns on many schedules.
@Exercise
final class DelaysTest {

    private static final Explorer SCHEDULES = Explorer.seeds(100).within(Duration.ofSeconds(5));

    private final VirtualTime time = VirtualTime.start();
    private final Timeline timeline = Timeline.on(time.nanoTime());

    @AfterEach
    void stop() {
        time.close();
    }

    @Test
    @Order(1)
    void theAnswerOfACallIsReturned() throws InterruptedException {
        List<String> answers = answersTo(List.of(call("tea", 300)));

        assertThat(answers).withFailMessage("""
                        Expected [tea], the answer of the only call, but you returned %s.
                        Wait until the answer is there, and then return it.""", answers).containsExactly("tea");
    }

    @Test
    @Order(2)
    void allCallsAreUnderWayAtOnce() throws InterruptedException {
        answersTo(List.of(call("api-a", 300), call("api-b", 300), call("api-c", 300)));

        assertThat(timeline).overlapped("api-a", "api-b", "api-c");
    }

    @Test
    @Order(3)
    void theAnswersAreInTheOrderOfTheCalls() throws InterruptedException {
        List<String> answers = answersTo(List.of(call("api-a", 300), call("api-b", 200), call("api-c", 100)));

        assertThat(answers).withFailMessage("""
                        Expected the answers in the order of the calls, [api-a, api-b, api-c], but you returned %s.
                        api-c answers first and api-a last. Collect the answers in the order in which you asked, not
                        in the order in which they arrive.""", answers).containsExactly("api-a", "api-b", "api-c");
    }

    @Test
    @Order(4)
    void eachCallIsMadeOnce() throws InterruptedException {
        answersTo(List.of(call("api-a", 300), call("api-b", 300)));

        assertThat(timeline.opened()).withFailMessage("""
                        Expected each of the 2 calls to be made once, but %d were made in all.
                        A description runs anew each time that it is started: a Mono for each subscription, a Callable
                        for each call().""", timeline.opened()).isEqualTo(2);
    }

    @Test
    @Order(5)
    void noCallsGiveNoAnswers() throws InterruptedException {
        List<String> answers = answersTo(List.of());

        assertThat(answers)
                .withFailMessage("Expected an empty list where there is no call, but you returned %s.", answers)
                .isNotNull()
                .isEmpty();
    }

    @Test
    @Order(6)
    void twentyCallsAreUnderWayAtOnceToo() throws InterruptedException {
        answersTo(IntStream.rangeClosed(1, 20)
                .mapToObj(i -> call("api-" + i, 300))
                .toList());

        assertThat(timeline).hasSpans(20).hasPeakInFlight(20);
    }

    @Test
    @Order(7)
    @LeavesNoThreadBehind
    void noThreadIsLeftWhenItReturns() throws InterruptedException {
        answersTo(List.of(call("api-a", 300), call("api-b", 300)));
    }

    @Test
    @Order(8)
    void theOrderIsKeptHoweverTheCallsTakeTurns() {
        SCHEDULES.each(DelaysOnSchedules::callAll);
    }

    /// A call that answers with its own name.
    private Callable<String> call(String name, int millis) {
        return () -> timeline.record(name, () -> {
            time.sleep(Duration.ofMillis(millis));
            return name;
        });
    }

    /// What the learner's code returns; time passes as its calls need it.
    private List<String> answersTo(List<Callable<String>> calls) throws InterruptedException {
        try (Caller<List<String>> caller = Caller.of(() -> Delays.callAll(calls))) {
            time.wakeSleepers(calls.size(), caller);
            return caller.result("All the calls have answered: what does it still wait for?");
        }
    }
}

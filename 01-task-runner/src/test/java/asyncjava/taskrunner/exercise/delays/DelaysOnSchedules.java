package asyncjava.taskrunner.exercise.delays;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Schedule;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/// Three calls, for an explorer to begin and to end in any order.
final class DelaysOnSchedules {

    private static final List<String> IN_ORDER = List.of("api-a", "api-b", "api-c");

    private final AtomicInteger underWay = new AtomicInteger();

    private DelaysOnSchedules() {}

    /// @param schedule which nothing needs but the pauses
    static void callAll(Schedule schedule) throws Exception {
        new DelaysOnSchedules().callAll();
    }

    private void callAll() throws Exception {
        List<String> answers = Delays.callAll(Schedule.pausing(List.of(call("api-a"), call("api-b"), call("api-c"))));
        int left = underWay.get();

        assertThat(answers)
                .withFailMessage("""
                        Expected the answers in the order of the calls, [api-a, api-b, api-c], but you returned %s.
                        %s""", answers, whatItMeans(answers.containsAll(IN_ORDER)))
                .isEqualTo(IN_ORDER);
        assertThat(left).withFailMessage("""
                        callAll has returned, and %d of the calls had not.
                        Wait for the end of each before you return.""", left).isZero();
    }

    private static String whatItMeans(boolean complete) {
        return complete ? """
                Calls that are started in some order may begin in another, and end in a third. Settle the place of an answer
                where you go through the list, and not on the threads, by who comes first there.""" : """
                A call may have ended before the next is started. Whoever counts up with each start and down with each end
                is then at zero, with calls still to come: count all of them before you start the first, or wait for each.""";
    }

    /// A call that answers with its own name.
    private Callable<String> call(String name) {
        return () -> {
            underWay.incrementAndGet();
            Schedule.pause();
            underWay.decrementAndGet();
            return name;
        };
    }
}

package asyncjava.taskrunner.exercise.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.taskrunner.exercise.outcomes.Outcome.Answer;
import asyncjava.taskrunner.exercise.outcomes.Outcome.Failure;
import asyncjava.testkit.schedule.Schedule;
import java.util.List;
import java.util.concurrent.Callable;

/// Four calls of which two fail, for an explorer to begin and to end in any order.
final class OutcomesOnSchedules {

    private OutcomesOnSchedules() {}

    /// @param schedule which nothing needs but the pauses
    static void callAll(Schedule schedule) throws Exception {
        Exception ofB = new Wanted("api-b");
        Exception ofC = new Wanted("api-c");
        List<Outcome> outcomes =
                Outcomes.callAll(Schedule.pausing(List.of(answers("api-a"), fails(ofB), fails(ofC), answers("api-d"))));

        List<Outcome> inOrder = List.of(new Answer("api-a"), new Failure(ofB), new Failure(ofC), new Answer("api-d"));
        assertThat(outcomes)
                .withFailMessage("""
                        Expected the outcomes in the order of the calls: api-a answers, api-b fails, api-c fails, api-d answers.
                        But you returned
                          %s
                        %s""", outcomes, whatItMeans(outcomes.containsAll(inOrder)))
                .isEqualTo(inOrder);
    }

    private static String whatItMeans(boolean complete) {
        return complete ? """
                Calls that are started in some order may begin in another, and end in a third. Settle the place of an outcome
                where you go through the list, and not on the threads, by who comes first there.""" : """
                A call may have ended before the next is started. Whoever counts up with each start and down with each end
                is then at zero, with calls still to come: count all of them before you start the first, or wait for each.""";
    }

    private static Callable<String> answers(String name) {
        return () -> {
            Schedule.pause();
            return name;
        };
    }

    private static Callable<String> fails(Exception failure) {
        return () -> {
            Schedule.pause();
            throw failure;
        };
    }

    /// Without a stack, which whoever drops it may print.
    private static final class Wanted extends Exception {

        private static final long serialVersionUID = 1;

        Wanted(String call) {
            super(call + " has failed", null, false, false);
        }
    }
}

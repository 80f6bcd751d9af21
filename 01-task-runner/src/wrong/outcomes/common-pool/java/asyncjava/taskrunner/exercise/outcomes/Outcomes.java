package asyncjava.taskrunner.exercise.outcomes;

import java.util.List;
import java.util.concurrent.Callable;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) {
        return calls.parallelStream().map(Outcomes::outcomeOf).toList();
    }

    private static Outcome outcomeOf(Callable<String> call) {
        try {
            return new Outcome.Answer(call.call());
        } catch (Exception e) {
            return new Outcome.Failure(e);
        }
    }
}

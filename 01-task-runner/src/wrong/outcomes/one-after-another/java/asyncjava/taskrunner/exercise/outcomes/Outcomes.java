package asyncjava.taskrunner.exercise.outcomes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Callable<String> call : calls) {
            try {
                outcomes.add(new Outcome.Answer(call.call()));
            } catch (Exception e) {
                outcomes.add(new Outcome.Failure(e));
            }
        }
        return outcomes;
    }
}

package asyncjava.taskrunner.exercise.outcomes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> done : executor.invokeAll(calls)) {
                try {
                    outcomes.add(new Outcome.Answer(done.get()));
                } catch (ExecutionException e) {
                    outcomes.add(new Outcome.Failure(e));
                }
            }
        }
        return outcomes;
    }
}

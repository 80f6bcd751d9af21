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
            List<Future<String>> futures = calls.stream().map(executor::submit).toList();
            for (Future<String> future : futures) {
                outcomes.add(new Outcome.Answer(future.get()));
            }
        } catch (ExecutionException e) {
            outcomes.add(new Outcome.Failure(e.getCause()));
        }
        return outcomes;
    }
}

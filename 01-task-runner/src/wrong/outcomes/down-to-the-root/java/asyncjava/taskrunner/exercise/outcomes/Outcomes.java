package asyncjava.taskrunner.exercise.outcomes;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(calls).stream().map(Outcomes::outcomeOf).toList();
        }
    }

    private static Outcome outcomeOf(Future<String> done) {
        try {
            return new Outcome.Answer(done.get());
        } catch (InterruptedException | ExecutionException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return new Outcome.Failure(root);
        }
    }
}

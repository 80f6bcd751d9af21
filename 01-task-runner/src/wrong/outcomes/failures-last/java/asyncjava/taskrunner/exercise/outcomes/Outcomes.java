package asyncjava.taskrunner.exercise.outcomes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        List<Outcome> failures = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> done : executor.invokeAll(calls)) {
                if (done.state() == Future.State.SUCCESS) {
                    outcomes.add(new Outcome.Answer(done.resultNow()));
                } else {
                    failures.add(new Outcome.Failure(done.exceptionNow()));
                }
            }
        }
        outcomes.addAll(failures);
        return outcomes;
    }
}

package asyncjava.taskrunner.exercise.outcomes;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) throws InterruptedException {
        List<Callable<Outcome>> careful = calls.stream().map(Outcomes::careful).toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(careful).stream().map(Future::resultNow).toList();
        }
    }

    private static Callable<Outcome> careful(Callable<String> call) {
        return () -> {
            try {
                return new Outcome.Answer(call.call());
            } catch (Exception e) {
                return new Outcome.Failure(e);
            }
        };
    }
}

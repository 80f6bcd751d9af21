package asyncjava.taskrunner.exercise.outcomes;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) throws InterruptedException {
        // invokeAll waits for every call, also for those that fail; each future keeps what became of its own.
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(calls).stream().map(Outcomes::outcomeOf).toList();
        }
    }

    private static Outcome outcomeOf(Future<String> done) {
        return switch (done.state()) {
            case SUCCESS -> new Outcome.Answer(done.resultNow());
            case FAILED -> new Outcome.Failure(done.exceptionNow());
            case RUNNING, CANCELLED -> throw new IllegalStateException("invokeAll ends every call: " + done);
        };
    }
}

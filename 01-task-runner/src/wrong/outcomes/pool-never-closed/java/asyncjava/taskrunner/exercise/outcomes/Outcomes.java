package asyncjava.taskrunner.exercise.outcomes;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(20);
        return executor.invokeAll(calls).stream()
                .<Outcome>map(done -> done.state() == Future.State.SUCCESS
                        ? new Outcome.Answer(done.resultNow())
                        : new Outcome.Failure(done.exceptionNow()))
                .toList();
    }
}

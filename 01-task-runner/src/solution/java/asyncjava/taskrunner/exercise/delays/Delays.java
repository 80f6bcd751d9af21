package asyncjava.taskrunner.exercise.delays;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class Delays {

    private Delays() {}

    public static List<String> callAll(List<Callable<String>> calls) throws InterruptedException {
        // invokeAll starts all of them, then waits; the futures come back in the order of the calls.
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}

package asyncjava.taskrunner.exercise.failfast;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class FailFast {

    private FailFast() {}

    public static List<String> callAll(List<Callable<String>> calls) throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            List<Future<String>> futures = calls.stream().map(executor::submit).toList();
            List<String> answers = new ArrayList<>();
            for (Future<String> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            executor.shutdownNow();
        }
    }
}

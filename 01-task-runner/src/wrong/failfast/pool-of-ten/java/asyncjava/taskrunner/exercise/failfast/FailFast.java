package asyncjava.taskrunner.exercise.failfast;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class FailFast {

    private FailFast() {}

    public static List<String> callAll(List<Callable<String>> calls) throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(10);
        try {
            ExecutorCompletionService<String> ended = new ExecutorCompletionService<>(executor);
            List<Future<String>> inOrder = calls.stream().map(ended::submit).toList();
            for (int i = 0; i < calls.size(); i++) {
                ended.take().get();
            }
            return inOrder.stream().map(Future::resultNow).toList();
        } finally {
            executor.shutdownNow();
        }
    }
}

package asyncjava.taskrunner.exercise.failfast;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class FailFast {

    private FailFast() {}

    public static List<String> callAll(List<Callable<String>> calls) throws InterruptedException, ExecutionException {
        List<Future<String>> inOrder;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<String> ended = new ExecutorCompletionService<>(executor);
            inOrder = calls.stream().map(ended::submit).toList();
            try {
                for (int i = 0; i < calls.size(); i++) {
                    if (ended.take().state() == Future.State.FAILED) {
                        break;
                    }
                }
            } finally {
                executor.shutdownNow();
            }
        }
        List<String> answers = new ArrayList<>();
        for (Future<String> future : inOrder) {
            answers.add(future.get());
        }
        return answers;
    }
}

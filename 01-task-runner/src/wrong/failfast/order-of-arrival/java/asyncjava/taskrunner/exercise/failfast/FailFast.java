package asyncjava.taskrunner.exercise.failfast;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

public final class FailFast {

    private FailFast() {}

    public static List<String> callAll(List<Callable<String>> calls) throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                ExecutorCompletionService<String> ended = new ExecutorCompletionService<>(executor);
                calls.forEach(ended::submit);
                List<String> answers = new ArrayList<>();
                for (int i = 0; i < calls.size(); i++) {
                    answers.add(ended.take().get());
                }
                return answers;
            } finally {
                executor.shutdownNow();
            }
        }
    }
}

package asyncjava.taskrunner.exercise.failfast;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class FailFast {

    private FailFast() {}

    public static List<String> callAll(List<Callable<String>> calls) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                List<Future<String>> answers =
                        calls.stream().map(executor::submit).toList();
                while (!answers.stream().allMatch(Future::isDone)) {
                    for (Future<String> answer : answers) {
                        if (answer.isDone()) {
                            answer.get();
                        }
                    }
                    Thread.sleep(10);
                }
                for (Future<String> answer : answers) {
                    answer.get();
                }
                return answers.stream().map(Future::resultNow).toList();
            } finally {
                executor.shutdownNow();
            }
        }
    }
}

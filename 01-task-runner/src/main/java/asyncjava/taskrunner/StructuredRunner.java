package asyncjava.taskrunner;

import java.util.List;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

/// A scope that owns its subtasks (a preview API in Java 25, JEP 505). The joiner says what to wait for: here for all,
/// whatever becomes of them.
final class StructuredRunner implements TaskRunner {

    @Override
    public List<Result> run(List<? extends Task> tasks) throws InterruptedException {
        try (var scope = StructuredTaskScope.open(Joiner.<String>awaitAll())) {
            List<Subtask<String>> subtasks = tasks.stream().map(scope::fork).toList();
            scope.join();
            return subtasks.stream().map(StructuredRunner::resultOf).toList();
        }
    }

    private static Result resultOf(Subtask<String> subtask) {
        return switch (subtask.state()) {
            case SUCCESS -> new Result.Done(subtask.get());
            case FAILED -> new Result.Failed(subtask.exception());
            case UNAVAILABLE -> throw new IllegalStateException("join waits for every subtask: " + subtask);
        };
    }
}

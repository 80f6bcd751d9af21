package asyncjava.taskrunner.exercise.outcomes;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) throws InterruptedException {
        try (var scope = StructuredTaskScope.open(Joiner.<String>awaitAll())) {
            List<Subtask<String>> subtasks = calls.stream().map(scope::fork).toList();
            scope.join();
            return subtasks.stream().map(Outcomes::outcomeOf).toList();
        }
    }

    private static Outcome outcomeOf(Subtask<String> subtask) {
        return switch (subtask.state()) {
            case SUCCESS -> new Outcome.Answer(subtask.get());
            case FAILED -> new Outcome.Failure(subtask.exception());
            case UNAVAILABLE -> throw new IllegalStateException("join waits for every subtask: " + subtask);
        };
    }
}

package asyncjava.taskrunner.exercise.outcomes;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) throws InterruptedException {
        try (var scope = StructuredTaskScope.<String>open()) {
            List<Subtask<String>> subtasks = calls.stream().map(scope::fork).toList();
            try {
                scope.join();
            } catch (FailedException e) {
                // Each subtask knows what became of it.
            }
            return subtasks.stream().map(Outcomes::outcomeOf).toList();
        }
    }

    private static Outcome outcomeOf(Subtask<String> subtask) {
        return switch (subtask.state()) {
            case SUCCESS -> new Outcome.Answer(subtask.get());
            case FAILED -> new Outcome.Failure(subtask.exception());
            case UNAVAILABLE -> new Outcome.Failure(new IllegalStateException("unavailable"));
        };
    }
}

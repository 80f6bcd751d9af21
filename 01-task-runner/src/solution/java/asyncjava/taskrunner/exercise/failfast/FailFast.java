package asyncjava.taskrunner.exercise.failfast;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class FailFast {

    private FailFast() {}

    public static List<String> callAll(List<Callable<String>> calls) throws InterruptedException {
        // At the first failure the scope interrupts the other subtasks, and join throws; so it does on an interrupt.
        try (var scope = StructuredTaskScope.<String>open()) {
            List<Subtask<String>> answers = calls.stream().map(scope::fork).toList();
            scope.join();
            return answers.stream().map(Subtask::get).toList();
        }
    }
}

package asyncjava.taskrunner.exercise.delays;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Delays {

    private Delays() {}

    public static List<String> callAll(List<Callable<String>> calls) throws InterruptedException {
        try (var scope = StructuredTaskScope.<String>open()) {
            List<Subtask<String>> answers = calls.stream().map(scope::fork).toList();
            scope.join();
            return answers.stream().map(Subtask::get).toList();
        }
    }
}

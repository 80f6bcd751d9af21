package asyncjava.taskrunner.concepts;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

/// The scope among the ways to [Gather]. It stands alone because it is a preview in Java 25 (JEP 505).
final class StructuredGather {

    private StructuredGather() {}

    static List<String> gather(List<? extends Callable<String>> calls) throws InterruptedException {
        try (var scope = StructuredTaskScope.open(Joiner.<String>allSuccessfulOrThrow())) {
            calls.forEach(scope::fork);
            return scope.join().map(Subtask::get).toList();
        }
    }
}

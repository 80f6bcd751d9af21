package asyncjava.taskrunner.concepts;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

/// Several calls fail, and whoever has to mend them wants to hear of every failure. asyncio raises an
/// `ExceptionGroup`. Java has no groups: one exception has the first failure as its cause and takes the others
/// along as suppressed ones, as `try` does when closing fails too. A stack trace shows them all.
///
/// Expect a sentence with the count, and under it the failures, in the order of the calls.
///
/// Reach for it where each failure asks for a repair of its own: the fields of a form, the files of a copy. Do
/// not where one failure makes the rest pointless: see [StructuredFailFast].
final class StructuredSeveralFailures {

    private StructuredSeveralFailures() {}

    static void main() throws InterruptedException {
        Callable<String> toast = () -> {
            throw new IOException("the toast is burnt");
        };
        Callable<String> egg = () -> {
            throw new IOException("the egg is cracked");
        };
        try {
            IO.println("Nothing failed: " + gather(List.of(() -> "tea", toast, egg)));
        } catch (ExecutionException e) {
            IO.println(e.getMessage());
            IO.println("  cause:      " + e.getCause());
            for (Throwable other : e.getSuppressed()) {
                IO.println("  suppressed: " + other);
            }
        }
    }

    /// @throws ExecutionException when calls failed, all having ended
    static List<String> gather(List<? extends Callable<String>> calls) throws InterruptedException, ExecutionException {
        try (var scope = StructuredTaskScope.open(Joiner.<String>awaitAll())) {
            List<Subtask<String>> subtasks =
                    calls.stream().map(scope::<String>fork).toList();
            scope.join();
            List<Subtask<String>> failed = subtasks.stream()
                    .filter(s -> s.state() == Subtask.State.FAILED)
                    .toList();
            if (!failed.isEmpty()) {
                throw group(failed.stream().map(Subtask::exception).toList(), calls.size());
            }
            return subtasks.stream().map(Subtask::get).toList();
        }
    }

    // A new exception, since adding to the first failure would change what belongs to the task that threw it.
    private static ExecutionException group(List<Throwable> failures, int calls) {
        var group = new ExecutionException(failures.size() + " of " + calls + " calls failed", failures.getFirst());
        failures.stream().skip(1).forEach(group::addSuppressed);
        return group;
    }
}

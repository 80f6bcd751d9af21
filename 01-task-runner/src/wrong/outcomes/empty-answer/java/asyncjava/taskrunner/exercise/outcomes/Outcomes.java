package asyncjava.taskrunner.exercise.outcomes;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Outcome>> outcomes = calls.stream()
                    .map(call -> CompletableFuture.supplyAsync(() -> answerOf(call), executor)
                            .exceptionally(_ -> "")
                            .<Outcome>thenApply(Outcome.Answer::new))
                    .toList();
            return outcomes.stream().map(CompletableFuture::join).toList();
        }
    }

    private static String answerOf(Callable<String> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}

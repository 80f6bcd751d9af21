package asyncjava.taskrunner.exercise.outcomes;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Outcome>> outcomes = calls.stream()
                    .map(call -> CompletableFuture.supplyAsync(() -> answerOf(call), executor)
                            .<Outcome>handle((answer, failure) -> failure == null
                                    ? new Outcome.Answer(answer)
                                    : new Outcome.Failure(failure.getCause().getCause())))
                    .toList();
            return outcomes.stream().map(CompletableFuture::join).toList();
        }
    }

    private static String answerOf(Callable<String> call) {
        try {
            return call.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new RuntimeException(e);
        }
    }
}

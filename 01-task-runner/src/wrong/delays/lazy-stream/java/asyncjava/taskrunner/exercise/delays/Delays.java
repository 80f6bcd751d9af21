package asyncjava.taskrunner.exercise.delays;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

public final class Delays {

    private Delays() {}

    public static List<String> callAll(List<Callable<String>> calls) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return calls.stream()
                    .map(call -> CompletableFuture.supplyAsync(() -> answerOf(call), executor))
                    .map(CompletableFuture::join)
                    .toList();
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

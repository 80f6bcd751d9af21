package asyncjava.taskrunner.exercise.failfast;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class FailFast {

    private FailFast() {}

    public static List<String> callAll(List<Callable<String>> calls) {
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<CompletableFuture<String>> answers = calls.stream()
                    .map(call -> CompletableFuture.supplyAsync(() -> answerOf(call), executor))
                    .toList();
            CompletableFuture<Void> all = CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new));
            for (CompletableFuture<String> answer : answers) {
                answer.whenComplete((_, failure) -> {
                    if (failure != null) {
                        all.completeExceptionally(failure);
                    }
                });
            }
            all.join();
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            executor.shutdownNow();
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

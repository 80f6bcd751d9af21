package asyncjava.taskrunner.exercise.failfast;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

public final class FailFast {

    private FailFast() {}

    public static List<String> callAll(List<Callable<String>> calls) throws InterruptedException, ExecutionException {
        List<Thread> threads = new ArrayList<>();
        List<CompletableFuture<String>> answers = new ArrayList<>();
        CompletableFuture<String> failure = new CompletableFuture<>();
        for (Callable<String> call : calls) {
            CompletableFuture<String> answer = new CompletableFuture<>();
            answers.add(answer);
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    answer.complete(call.call());
                } catch (Exception e) {
                    failure.completeExceptionally(e);
                }
            }));
        }
        try {
            CompletableFuture<?> all = CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new));
            CompletableFuture.anyOf(failure, all).get();
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            for (Thread thread : threads) {
                thread.interrupt();
            }
        }
    }
}

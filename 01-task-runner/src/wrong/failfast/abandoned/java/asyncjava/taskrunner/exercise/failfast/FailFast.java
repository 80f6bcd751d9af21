package asyncjava.taskrunner.exercise.failfast;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

public final class FailFast {

    private FailFast() {}

    public static List<String> callAll(List<Callable<String>> calls) throws InterruptedException, ExecutionException {
        String[] answers = new String[calls.size()];
        CompletableFuture<?>[] ended = new CompletableFuture<?>[answers.length];
        CompletableFuture<Object> failed = new CompletableFuture<>();
        for (int i = 0; i < answers.length; i++) {
            int place = i;
            CompletableFuture<Void> end = new CompletableFuture<>();
            ended[place] = end;
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    answers[place] = calls.get(place).call();
                    end.complete(null);
                } catch (Exception e) {
                    failed.completeExceptionally(e);
                }
            });
        }
        CompletableFuture.anyOf(CompletableFuture.allOf(ended), failed).get();
        return List.of(answers);
    }
}

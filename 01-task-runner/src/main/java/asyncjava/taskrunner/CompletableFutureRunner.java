package asyncjava.taskrunner;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// Futures that are joined by further stages. The work still needs threads to run on, virtual ones here; and since
/// cancelling a `CompletableFuture` does not stop the work behind it, it is the executor that cancels.
final class CompletableFutureRunner implements TaskRunner {

    @Override
    public List<Result> run(List<? extends Task> tasks) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Result>> results =
                    tasks.stream().map(task -> start(task, executor)).toList();
            try {
                CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                        .get();
            } catch (InterruptedException e) {
                executor.shutdownNow();
                throw e;
            } catch (ExecutionException e) {
                throw new IllegalStateException("a failure is handled in its own stage", e);
            }
            return results.stream().map(CompletableFuture::join).toList();
        }
    }

    private static CompletableFuture<Result> start(Task task, Executor executor) {
        return CompletableFuture.supplyAsync(() -> answerOf(task), executor)
                .<Result>thenApply(Result.Done::new)
                .exceptionally(failure -> new Result.Failed(causeOf(failure)));
    }

    // A Supplier may not throw checked exceptions; this is the wrapper that CompletableFuture itself uses.
    private static String answerOf(Task task) {
        try {
            return task.call();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}

package asyncjava.taskrunner.exercise.mixed;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

public final class Thumbnails {

    private Thumbnails() {}

    public static List<String> shrinkAll(
            List<Callable<String>> downloads, UnaryOperator<String> shrink, ExecutorService cpu) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<String>> thumbnails = downloads.stream()
                    .map(download -> CompletableFuture.supplyAsync(() -> got(download), executor)
                            .thenApplyAsync(shrink))
                    .toList();
            return thumbnails.stream().map(CompletableFuture::join).toList();
        }
    }

    private static String got(Callable<String> download) {
        try {
            return download.call();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}

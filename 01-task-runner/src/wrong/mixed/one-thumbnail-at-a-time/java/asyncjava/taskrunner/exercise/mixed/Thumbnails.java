package asyncjava.taskrunner.exercise.mixed;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

public final class Thumbnails {

    private Thumbnails() {}

    public static List<String> shrinkAll(
            List<Callable<String>> downloads, UnaryOperator<String> shrink, ExecutorService cpu)
            throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<String> come = new ExecutorCompletionService<>(executor);
            List<Future<String>> pictures = downloads.stream().map(come::submit).toList();
            String[] thumbnails = new String[pictures.size()];
            for (int i = 0; i < thumbnails.length; i++) {
                Future<String> picture = come.take();
                String thumbnail = cpu.submit(() -> shrink.apply(picture.get())).get();
                thumbnails[pictures.indexOf(picture)] = thumbnail;
            }
            return List.of(thumbnails);
        }
    }
}

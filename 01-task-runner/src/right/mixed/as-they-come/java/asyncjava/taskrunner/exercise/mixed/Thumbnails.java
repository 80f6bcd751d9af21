package asyncjava.taskrunner.exercise.mixed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            Map<Future<String>, Future<String>> thumbnails = new HashMap<>();
            for (int i = 0; i < pictures.size(); i++) {
                Future<String> picture = come.take();
                thumbnails.put(picture, cpu.submit(() -> shrink.apply(picture.resultNow())));
            }
            List<String> inOrder = new ArrayList<>();
            for (Future<String> picture : pictures) {
                inOrder.add(thumbnails.get(picture).get());
            }
            return inOrder;
        }
    }
}

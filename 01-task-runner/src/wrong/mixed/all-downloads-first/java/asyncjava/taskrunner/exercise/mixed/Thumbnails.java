package asyncjava.taskrunner.exercise.mixed;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

public final class Thumbnails {

    private Thumbnails() {}

    public static List<String> shrinkAll(
            List<Callable<String>> downloads, UnaryOperator<String> shrink, ExecutorService cpu)
            throws InterruptedException {
        List<Callable<String>> shrinkings;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            shrinkings = executor.invokeAll(downloads).stream()
                    .<Callable<String>>map(picture -> () -> shrink.apply(picture.resultNow()))
                    .toList();
        }
        return cpu.invokeAll(shrinkings).stream().map(Future::resultNow).toList();
    }
}

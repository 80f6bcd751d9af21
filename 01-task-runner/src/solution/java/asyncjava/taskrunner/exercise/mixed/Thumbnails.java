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
        // A virtual thread for each picture: it may wait as long as it likes, first for the download, then for cpu.
        List<Callable<String>> pictures = downloads.stream()
                .<Callable<String>>map(download -> () -> {
                    String picture = download.call();
                    return cpu.submit(() -> shrink.apply(picture)).get();
                })
                .toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(pictures).stream().map(Future::resultNow).toList();
        }
    }
}

package asyncjava.taskrunner.exercise.mixed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

public final class Thumbnails {

    private Thumbnails() {}

    public static List<String> shrinkAll(
            List<Callable<String>> downloads, UnaryOperator<String> shrink, ExecutorService cpu) {
        List<String> thumbnails = Collections.synchronizedList(new ArrayList<>());
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<String> download : downloads) {
                executor.submit(() -> {
                    String picture = download.call();
                    return thumbnails.add(
                            cpu.submit(() -> shrink.apply(picture)).get());
                });
            }
        }
        return thumbnails;
    }
}

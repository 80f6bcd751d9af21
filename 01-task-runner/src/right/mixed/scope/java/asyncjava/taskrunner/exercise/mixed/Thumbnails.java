package asyncjava.taskrunner.exercise.mixed;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.function.UnaryOperator;

public final class Thumbnails {

    private Thumbnails() {}

    public static List<String> shrinkAll(
            List<Callable<String>> downloads, UnaryOperator<String> shrink, ExecutorService cpu)
            throws InterruptedException {
        try (var scope = StructuredTaskScope.<String>open()) {
            List<Subtask<String>> thumbnails = downloads.stream()
                    .map(download -> scope.fork(() -> {
                        String picture = download.call();
                        return cpu.submit(() -> shrink.apply(picture)).get();
                    }))
                    .toList();
            scope.join();
            return thumbnails.stream().map(Subtask::get).toList();
        }
    }
}

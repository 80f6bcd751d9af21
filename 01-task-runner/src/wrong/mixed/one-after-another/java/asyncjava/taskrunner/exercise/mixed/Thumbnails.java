package asyncjava.taskrunner.exercise.mixed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

public final class Thumbnails {

    private Thumbnails() {}

    public static List<String> shrinkAll(
            List<Callable<String>> downloads, UnaryOperator<String> shrink, ExecutorService cpu) throws Exception {
        List<Future<String>> thumbnails = new ArrayList<>();
        for (Callable<String> download : downloads) {
            String picture = download.call();
            thumbnails.add(cpu.submit(() -> shrink.apply(picture)));
        }
        return thumbnails.stream().map(Thumbnails::thumbnail).toList();
    }

    private static String thumbnail(Future<String> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

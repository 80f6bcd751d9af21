package asyncjava.taskrunner.exercise.mixed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

public final class Thumbnails {

    private Thumbnails() {}

    public static List<String> shrinkAll(
            List<Callable<String>> downloads, UnaryOperator<String> shrink, ExecutorService cpu)
            throws InterruptedException, ExecutionException {
        ExecutorService network = Executors.newCachedThreadPool();
        List<Future<String>> thumbnails = downloads.stream()
                .map(download -> network.submit(() -> {
                    String picture = download.call();
                    return cpu.submit(() -> shrink.apply(picture)).get();
                }))
                .toList();
        List<String> inOrder = new ArrayList<>();
        for (Future<String> thumbnail : thumbnails) {
            inOrder.add(thumbnail.get());
        }
        return inOrder;
    }
}

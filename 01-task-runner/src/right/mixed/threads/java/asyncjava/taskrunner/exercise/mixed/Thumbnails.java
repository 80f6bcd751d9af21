package asyncjava.taskrunner.exercise.mixed;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;

public final class Thumbnails {

    private Thumbnails() {}

    public static List<String> shrinkAll(
            List<Callable<String>> downloads, UnaryOperator<String> shrink, ExecutorService cpu)
            throws InterruptedException {
        String[] thumbnails = new String[downloads.size()];
        Thread[] threads = new Thread[thumbnails.length];
        for (int i = 0; i < threads.length; i++) {
            int place = i;
            threads[i] = new Thread(() -> {
                try {
                    String picture = downloads.get(place).call();
                    cpu.submit(() -> thumbnails[place] = shrink.apply(picture)).get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return List.of(thumbnails);
    }
}

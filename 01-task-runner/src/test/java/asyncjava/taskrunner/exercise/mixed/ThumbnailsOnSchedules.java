package asyncjava.taskrunner.exercise.mixed;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Schedule;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Three pictures, for an explorer to download and to shrink in any order.
final class ThumbnailsOnSchedules {

    private static final int CPU_THREADS = 2;

    private final AtomicInteger shrinking = new AtomicInteger();

    private ThumbnailsOnSchedules() {}

    static void shrinkAll(Schedule schedule) throws Exception {
        try (ExecutorService cpu = Executors.newFixedThreadPool(CPU_THREADS, schedule.threads())) {
            new ThumbnailsOnSchedules().shrinkAll(cpu);
        }
    }

    private void shrinkAll(ExecutorService cpu) throws Exception {
        List<Callable<String>> downloads = List.of(picture("picture-1"), picture("picture-2"), picture("picture-3"));
        List<String> thumbnails = Thumbnails.shrinkAll(Schedule.pausing(downloads), this::shrink, cpu);
        int left = shrinking.get();

        assertThat(thumbnails)
                .withFailMessage("""
                        Expected the thumbnails in the order of the downloads, from picture-1 to picture-3, but you returned
                        %s.
                        Downloads that are started in some order may begin in another, and end in a third; and so may what you
                        hand to cpu. Settle the place of a thumbnail where you go through the list, and not on the threads, by
                        who comes first there. And wait for each thumbnail, not just for its picture.""", thumbnails)
                .containsExactly("small picture-1", "small picture-2", "small picture-3");
        assertThat(left).withFailMessage("""
                        shrinkAll has returned, and %d of the pictures were still being shrunk.
                        Wait for each thumbnail before you return.""", left).isZero();
    }

    private static Callable<String> picture(String name) {
        return () -> {
            Schedule.pause();
            return name;
        };
    }

    private String shrink(String picture) {
        shrinking.incrementAndGet();
        Schedule.pause();
        shrinking.decrementAndGet();
        return "small " + picture;
    }
}

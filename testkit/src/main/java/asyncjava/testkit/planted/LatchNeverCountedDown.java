package asyncjava.testkit.planted;

import asyncjava.testkit.schedule.Schedule;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

/// Each task counts a latch down when it has loaded its page. A task that fails never comes to that line,
/// and whoever waits for the latch waits for ever. In a finally block it counts down however it ends.
final class LatchNeverCountedDown implements PlantedBug {

    private interface Loader {
        void load(String page, CountDownLatch loaded) throws IOException;
    }

    @Override
    public String verdict() {
        return "Somebody who should have arrived at the latch or barrier never did";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        loadAll(schedule, LatchNeverCountedDown::countDownAtTheEnd);
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        loadAll(schedule, LatchNeverCountedDown::countDownInFinally);
    }

    private static void loadAll(Schedule schedule, Loader loader) throws InterruptedException {
        List<String> pages = List.of("home", "missing");
        CountDownLatch loaded = new CountDownLatch(pages.size());
        try (ExecutorService executor = schedule.executor()) {
            for (String page : pages) {
                var _ = executor.submit(() -> {
                    loader.load(page, loaded);
                    return page;
                });
            }
            loaded.await();
        }
    }

    private static void countDownAtTheEnd(String page, CountDownLatch loaded) throws IOException {
        fetch(page);
        loaded.countDown();
    }

    private static void countDownInFinally(String page, CountDownLatch loaded) throws IOException {
        try {
            fetch(page);
        } finally {
            loaded.countDown();
        }
    }

    private static void fetch(String page) throws IOException {
        Schedule.pause();
        if (page.equals("missing")) {
            throw new FileNotFoundException(page);
        }
    }
}

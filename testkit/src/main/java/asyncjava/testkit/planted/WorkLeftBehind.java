package asyncjava.testkit.planted;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.testkit.schedule.Schedule;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// Two fetches run at once. When one fails, its failure is thrown on and the other is cancelled, but
/// nobody waits until it has ended: it goes on after the caller has moved on. To close the executor
/// waits.
final class WorkLeftBehind implements PlantedBug {

    private interface Page {
        String load(ExecutorService executor) throws InterruptedException, ExecutionException;
    }

    @Override
    public String verdict() {
        return "The code has returned, but";
    }

    @Override
    public void broken(Schedule schedule) {
        check(schedule, WorkLeftBehind::loadAndCancel);
    }

    @Override
    public void corrected(Schedule schedule) {
        check(schedule, WorkLeftBehind::loadCancelAndWait);
    }

    private static void check(Schedule schedule, Page page) {
        assertThatThrownBy(() -> page.load(schedule.executor())).hasRootCauseInstanceOf(FileNotFoundException.class);
    }

    private static String loadAndCancel(ExecutorService executor) throws InterruptedException, ExecutionException {
        try {
            return load(executor);
        } finally {
            executor.shutdownNow();
        }
    }

    private static String loadCancelAndWait(ExecutorService executor) throws InterruptedException, ExecutionException {
        try (executor) {
            return loadAndCancel(executor);
        }
    }

    private static String load(ExecutorService executor) throws InterruptedException, ExecutionException {
        Future<String> text = executor.submit(() -> fetch("text"));
        Future<String> picture = executor.submit(() -> fetch("missing picture"));
        return picture.get() + text.get();
    }

    private static String fetch(String what) throws IOException {
        Schedule.pause();
        if (what.startsWith("missing")) {
            throw new FileNotFoundException(what);
        }
        return what;
    }
}

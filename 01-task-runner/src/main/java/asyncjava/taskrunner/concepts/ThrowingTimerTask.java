package asyncjava.taskrunner.concepts;

import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A task that a timer runs every so often throws once, and is never run again. Nobody is told: the exception
/// is in the future that the timer returned, where few look. asyncio at least prints `Task exception was never
/// retrieved` when such a task is thrown away.
///
/// Expect a clock and a sensor, each due every 50 ms. In the first picture the sensor's second reading throws,
/// and there is no third, while the clock goes on. In the second picture the same reading is reported, and the
/// next ones come.
///
/// Reach for a `catch` inside every task that repeats, and report there. Do not catch so around work that must
/// not go on after a failure, such as moving money; there the end is right, and its future wants watching.
final class ThrowingTimerTask {

    private static final Duration PERIOD = Duration.ofMillis(50);
    private static final Duration SHOWN = Duration.ofMillis(220);

    private ThrowingTimerTask() {}

    static void main() throws InterruptedException {
        clock(Timeline.start()).run(); // what it loads would make the first run late

        Timeline silent = Timeline.start();
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            var _ = Schedules.every(PERIOD, clock(silent), timer);
            Future<?> series = everyUntilItThrows(PERIOD, sensor(silent), timer);
            Thread.sleep(SHOWN);
            Show.timeline("The mistake, a task that throws: it is never run again", silent);
            IO.println("Nobody was told. Only the future knows: " + whyItEnded(series) + ".\n");
        }

        Timeline reported = Timeline.start();
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            var _ = Schedules.every(PERIOD, clock(reported), timer);
            Consumer<RuntimeException> report = e -> IO.println("Reported: " + e.getMessage() + ".");
            var _ = everyThoughItThrows(PERIOD, sensor(reported), report, timer);
            Thread.sleep(SHOWN);
        }
        Show.timeline("A task that catches: it goes on", reported);
    }

    /// The mistake: what the task throws ends the series.
    static ScheduledFuture<?> everyUntilItThrows(Duration period, Runnable task, ScheduledExecutorService timer) {
        return timer.scheduleAtFixedRate(task, 0, period.toNanos(), TimeUnit.NANOSECONDS);
    }

    static ScheduledFuture<?> everyThoughItThrows(
            Duration period, Runnable task, Consumer<RuntimeException> report, ScheduledExecutorService timer) {
        Runnable guarded = () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                report.accept(e);
            }
        };
        return timer.scheduleAtFixedRate(guarded, 0, period.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static String whyItEnded(Future<?> series) throws InterruptedException {
        try {
            return "it ended with " + series.get();
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause());
        }
    }

    private static Runnable clock(Timeline timeline) {
        return new Chore("clock", Duration.ofMillis(5), timeline);
    }

    /// A task whose second run throws.
    private static Runnable sensor(Timeline timeline) {
        AtomicInteger readings = new AtomicInteger();
        return () -> {
            boolean silent = readings.incrementAndGet() == 2;
            timeline.open("reading").end(silent ? Outcome.FAILED : Outcome.OK);
            if (silent) {
                throw new IllegalStateException("the sensor gave no answer");
            }
        };
    }
}

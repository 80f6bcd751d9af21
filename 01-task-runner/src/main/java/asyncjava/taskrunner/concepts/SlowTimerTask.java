package asyncjava.taskrunner.concepts;

import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// A timer with one thread does one thing at a time. While a slow task is on that thread, all else that is due
/// has to wait, as all of asyncio waits while a callback blocks the loop.
///
/// Expect a heartbeat every 50 ms. In the first picture it misses its moments while the report is made, and
/// catches up in one burst. In the second the timer only starts the report, and no beat is late.
///
/// Reach for a virtual thread for whatever waits, and let the timer start it. Do not hand over what repeats and
/// may take longer than its period: its runs would overlap, and pile up. Such a task is better off in a loop
/// that sleeps, as in [Schedules].
final class SlowTimerTask {

    private static final Duration BEAT = Duration.ofMillis(50);

    private SlowTimerTask() {}

    static void main() throws InterruptedException {
        new Chore("warm-up", BEAT, Timeline.start()).run(); // what it loads would make the first beat late
        show(
                "The mistake, a slow task on the timer's own thread",
                (delay, slow, timer, _) -> onTheTimersThread(delay, slow, timer));
        show("The timer hands it over to a virtual thread", SlowTimerTask::handedOver);
    }

    /// The mistake: the timer has one thread, and this task keeps it.
    static ScheduledFuture<?> onTheTimersThread(Duration delay, Runnable slow, ScheduledExecutorService timer) {
        return timer.schedule(slow, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    static ScheduledFuture<?> handedOver(
            Duration delay, Runnable slow, ScheduledExecutorService timer, Executor executor) {
        return timer.schedule(() -> executor.execute(slow), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void show(String heading, Way way) throws InterruptedException {
        Timeline timeline = Timeline.start();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor(); // closed after the timer, which feeds it
                var timer = Executors.newSingleThreadScheduledExecutor()) {
            var beat = new Chore("heartbeat", Duration.ofMillis(5), timeline);
            var report = new Chore("report", Duration.ofMillis(220), timeline);
            var _ = timer.scheduleAtFixedRate(beat, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
            var _ = way.schedule(Duration.ofMillis(75), report, timer, executor);
            Thread.sleep(Duration.ofMillis(420));
        }
        Show.timeline(heading, timeline);
    }

    @FunctionalInterface
    interface Way {
        ScheduledFuture<?> schedule(Duration delay, Runnable slow, ScheduledExecutorService timer, Executor executor);
    }
}

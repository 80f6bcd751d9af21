package asyncjava.scraper.exercise;

import asyncjava.testkit.VirtualTime;
import asyncjava.testkit.schedule.Schedule;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The virtual time of a schedule. Whoever looks at the clock may be overtaken while doing so, and no sleep
/// is shorter than the clock can tell.
public final class TimeOfSchedule implements Time {

    /// Whoever takes zero for the beginning is a long way off.
    private static final long ORIGIN = -TimeUnit.HOURS.toNanos(1);

    private static final Duration SHORTEST = Duration.ofNanos(1);

    private final VirtualTime time;

    public TimeOfSchedule(Schedule schedule) {
        time = schedule.time();
    }

    @Override
    public long nanoTime() {
        Schedule.pause();
        long now = ORIGIN + time.elapsed().toNanos();
        Schedule.pause();
        return now;
    }

    @Override
    public void sleep(Duration length) throws InterruptedException {
        time.sleep(length.compareTo(SHORTEST) < 0 ? SHORTEST : length);
    }

    @Override
    public ScheduledExecutorService timer() {
        return time.scheduler();
    }
}

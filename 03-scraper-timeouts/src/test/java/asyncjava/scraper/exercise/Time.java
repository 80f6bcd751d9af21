package asyncjava.scraper.exercise;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/// The time that an exercise is handed: a clock, and two ways to wait for it to go on. In a test it is
/// virtual, so that an hour of waiting takes no time.
///
/// Reactor's own schedulers go by it too, and with them `Mono.delay`. `Thread.sleep`, `System.nanoTime`
/// and timers of your own do not.
public interface Time {

    /// Nanoseconds from some moment or other, in place of [System#nanoTime()]. Like that it may be
    /// negative, and only the difference of two readings means anything.
    long nanoTime();

    /// Blocks the calling thread for so long, in place of [Thread#sleep(Duration)].
    void sleep(Duration time) throws InterruptedException;

    /// Calls back when a delay is over, on its one thread, where nothing may wait. It is lent: do not shut
    /// it down.
    ScheduledExecutorService timer();
}

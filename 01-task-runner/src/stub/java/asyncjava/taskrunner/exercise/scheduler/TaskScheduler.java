package asyncjava.taskrunner.exercise.scheduler;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;

/// Exercise 1.5, task scheduler.
///
/// Run tasks later: once at a moment, or each period until cancelled. You are handed a `timer`, which
/// calls back when a delay is over, and the `clock` that the timer goes by. A task may take long, and
/// that must delay no other.
///
/// - `at` runs the task at its moment, not before. A moment in the past means at once.
/// - `every` runs the task each period, for the first time one period from now. Where a run takes longer
///   than the period, the next may overlap it, wait for it, or be left out: that is up to you. But the
///   schedule goes on. Whether a period is counted from the start or the end of a run is not judged.
/// - Both return a `Scheduled` to cancel the task by: `interface Scheduled { void cancel(); }`, which
///   stands beside the test, in the same package. They return at once, as `cancel` does, and any
///   thread may call them.
/// - A task that takes long delays no other task, even when ten of them take long at once, or when a
///   hundred runs of the same one, if you let them overlap, are under way. Nor does it hold up the
///   timer: the timer has one thread, and what runs there holds up everything.
/// - A run that throws harms nobody, and its own schedule goes on.
/// - After `cancel` no further run of the task begins, not even one that waits for its turn. One that is
///   under way may go on or be interrupted.
/// - After `close` no run begins. Runs under way are interrupted, and no thread of yours is left. `at` and
///   `every` may then throw or do nothing, but they leave nothing on the timer.
/// - What is cancelled or closed is not left on the timer. When nothing is planned any more, nothing is
///   on the timer.
/// - The timer is lent: do not shut it down.
///
/// All time comes from the timer and the clock. `Thread.sleep`, `System.currentTimeMillis` and timers of
/// your own do not go by them. `Mono.delay` and `Flux.interval` do, on Reactor's own schedulers: there,
/// `Schedulers.parallel()` stands for the timer's thread, and you may leave `timer` itself unused.
///
/// Any style will do: virtual threads, `CompletableFuture`, Reactor, plain threads.
public final class TaskScheduler implements AutoCloseable {

    public TaskScheduler(ScheduledExecutorService timer, Clock clock) {}

    public Scheduled at(Instant when, Runnable task) {
        throw new UnsupportedOperationException("exercise 1.5 is not done yet");
    }

    public Scheduled every(Duration period, Runnable task) {
        throw new UnsupportedOperationException("exercise 1.5 is not done yet");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("exercise 1.5 is not done yet");
    }
}

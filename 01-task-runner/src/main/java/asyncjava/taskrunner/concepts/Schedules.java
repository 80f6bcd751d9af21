package asyncjava.taskrunner.concepts;

import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Work for later: after a while, at a moment, or every so often. asyncio has `call_later`, `call_at` and a
/// loop around `sleep`. Java has one timer for all three, a `ScheduledExecutorService`; a virtual thread can
/// loop around a sleep too, and Reactor has `Mono.delay` and `Flux.interval`.
///
/// Expect three pictures of work that takes 30 ms and is wanted every 100 ms. The timer begins it every 100 ms,
/// with the two others in between. The loop sleeps after it, so that it begins every 130 ms and falls behind.
/// The stream keeps to 100 ms as well.
///
/// Reach for the loop first: it is plain code, and when it is slow it delays nobody else. Reach for a timer
/// where the moments matter, and for `Flux.interval` where there is a stream already. Do not give a timer a
/// task that may throw or is slow, see [ThrowingTimerTask] and [SlowTimerTask].
final class Schedules {

    private static final Duration PERIOD = Duration.ofMillis(100);
    private static final Duration WORK = Duration.ofMillis(30);
    private static final Duration SHOWN = Duration.ofMillis(450);

    private Schedules() {}

    static void main() throws InterruptedException {
        new Chore("warm-up", WORK, Timeline.start()).run(); // what it loads would make the first run late

        Timeline timed = Timeline.start();
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            Instant soon = Instant.now().plusMillis(350);
            var _ = every(PERIOD, new Chore("every", WORK, timed), timer);
            var _ = after(Duration.ofMillis(50), new Chore("after", WORK, timed), timer);
            var _ = at(soon, new Chore("at", WORK, timed), timer, InstantSource.system());
            Thread.sleep(SHOWN);
        } // closing a timer ends what repeats, and waits for what does not
        Show.timeline("A timer: every 100 ms, after 50 ms, at a moment", timed);

        Timeline looped = Timeline.start();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> loop =
                    executor.submit(() -> everyInALoop(PERIOD, new Chore("every", WORK, looped), Thread::sleep));
            Thread.sleep(SHOWN);
            loop.cancel(true);
        }
        Show.timeline("A loop that works and then sleeps 100 ms", looped);

        Timeline streamed = Timeline.start();
        everyInAStream(PERIOD, streamed.record("every", Mono.delay(WORK)))
                .take(SHOWN)
                .blockLast();
        Show.timeline("Flux.interval, every 100 ms", streamed);
    }

    static ScheduledFuture<?> after(Duration delay, Runnable task, ScheduledExecutorService timer) {
        return timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// The wait is worked out once, so that a clock that is set meanwhile does not move it. A moment that is over
    /// means at once.
    static ScheduledFuture<?> at(Instant moment, Runnable task, ScheduledExecutorService timer, InstantSource clock) {
        return after(Duration.between(clock.instant(), moment), task, timer);
    }

    static ScheduledFuture<?> every(Duration period, Runnable task, ScheduledExecutorService timer) {
        return timer.scheduleAtFixedRate(task, 0, period.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Goes on until its thread is interrupted.
    static void everyInALoop(Duration period, Runnable task, Sleep sleep) {
        try {
            while (true) {
                task.run();
                sleep.sleep(period);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Without the drop, a tick that comes while the work is still under way would end the stream by an
    /// error.
    static <T> Flux<T> everyInAStream(Duration period, Mono<T> work) {
        return Flux.interval(Duration.ZERO, period).onBackpressureDrop().concatMap(_ -> work);
    }

    @FunctionalInterface
    interface Sleep {
        void sleep(Duration time) throws InterruptedException;
    }
}

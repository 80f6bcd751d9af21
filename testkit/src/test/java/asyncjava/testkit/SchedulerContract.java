package asyncjava.testkit;

import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What the JDK promises of a scheduler with one thread, as far as it needs no time to pass.
abstract class SchedulerContract {

    abstract ScheduledExecutorService scheduler();

    /// Makes sure that what is due will run.
    abstract void letRun();

    @Test
    void aTaskGivesItsResult() throws InterruptedException, ExecutionException {
        Future<String> submitted = scheduler().submit(() -> "submitted");
        Future<String> scheduled = scheduler().schedule(() -> "scheduled", 0, DAYS);
        Future<String> given = scheduler().submit(() -> {}, "given");
        letRun();
        assertThat(submitted.get()).isEqualTo("submitted");
        assertThat(scheduled.get()).isEqualTo("scheduled");
        assertThat(given.get()).isEqualTo("given");
    }

    @Test
    void tasksWithoutADelayRunInTheOrderSubmitted() throws InterruptedException, ExecutionException {
        List<Integer> order = new ArrayList<>();
        scheduler().execute(() -> order.add(1));
        var second = scheduler().schedule(() -> order.add(2), 0, DAYS);
        Future<?> third = scheduler().submit(() -> order.add(3));
        letRun();
        second.get();
        third.get();
        assertThat(order).containsExactly(1, 2, 3);
    }

    @Test
    void anExceptionIsInTheFuture() {
        Future<?> failing = scheduler().submit(() -> {
            throw new IllegalStateException("broken");
        });
        letRun();
        assertThatThrownBy(failing::get).isInstanceOf(ExecutionException.class).hasRootCauseMessage("broken");
    }

    @Test
    void anExceptionEndsAPeriodicTask() {
        AtomicInteger runs = new AtomicInteger();
        Future<?> failing = scheduler()
                .scheduleAtFixedRate(
                        () -> {
                            runs.incrementAndGet();
                            throw new IllegalStateException("broken");
                        },
                        0,
                        1,
                        DAYS);
        letRun();
        assertThatThrownBy(failing::get).isInstanceOf(ExecutionException.class);
        assertThat(failing.isDone()).isTrue();
        assertThat(runs).hasValue(1);
    }

    @Test
    void aCancelledTaskNeverRuns() {
        ScheduledFuture<?> later = scheduler().schedule(() -> "never", 1, DAYS);
        assertThat(later.cancel(false)).isTrue();
        assertThat(later.cancel(false)).isFalse();
        assertThat(later.isCancelled()).isTrue();
        assertThat(later.isDone()).isTrue();
        assertThatThrownBy(later::get).isInstanceOf(CancellationException.class);
    }

    @Test
    void aPeriodicTaskMayCancelItself() throws InterruptedException, ExecutionException {
        CompletableFuture<Future<?>> itself = new CompletableFuture<>();
        AtomicInteger runs = new AtomicInteger();
        Future<?> periodic = scheduler()
                .scheduleWithFixedDelay(
                        () -> {
                            runs.incrementAndGet();
                            itself.join().cancel(true);
                        },
                        0,
                        1,
                        NANOSECONDS);
        itself.complete(periodic);
        letRun();
        assertThatThrownBy(periodic::get).isInstanceOf(CancellationException.class);

        Future<Boolean> next = scheduler().submit(() -> Thread.currentThread().isInterrupted());
        letRun();
        assertThat(next.get()).isFalse();
        assertThat(runs).hasValue(1);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aPeriodicTaskThatShutsTheSchedulerDownIsCancelled() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        Future<?> periodic = scheduler()
                .scheduleAtFixedRate(
                        () -> {
                            runs.incrementAndGet();
                            scheduler().shutdown();
                        },
                        0,
                        1,
                        NANOSECONDS);
        letRun();
        assertThatThrownBy(periodic::get).isInstanceOf(CancellationException.class);
        assertThat(scheduler().awaitTermination(1, DAYS)).isTrue();
        assertThat(runs).hasValue(1);
    }

    @Test
    void aDelayIsCountedDown() {
        ScheduledFuture<?> later = scheduler().schedule(() -> "later", 60, MINUTES);
        ScheduledFuture<?> sooner = scheduler().schedule(() -> "sooner", 30, MINUTES);
        assertThat(later.getDelay(MINUTES)).isBetween(50L, 60L);
        assertThat(later.compareTo(sooner)).isPositive();
        assertThat(sooner.compareTo(later)).isNegative();
    }

    @Test
    void afterShutdownNewTasksAreRefused() {
        scheduler().shutdown();
        assertThat(scheduler().isShutdown()).isTrue();
        assertThatThrownBy(() -> scheduler().execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> scheduler().submit(() -> "late")).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> scheduler().schedule(() -> "late", 1, DAYS))
                .isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> scheduler().scheduleAtFixedRate(() -> {}, 1, 1, DAYS))
                .isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void shutdownCancelsPeriodicTasksAndKeepsDelayedOnes() throws InterruptedException {
        Future<?> delayed = scheduler().schedule(() -> "delayed", 1, DAYS);
        Future<?> periodic = scheduler().scheduleAtFixedRate(() -> {}, 1, 1, DAYS);
        scheduler().shutdown();
        assertThat(delayed.isDone()).isFalse();
        assertThat(periodic.isCancelled()).isTrue();
        assertThat(scheduler().isTerminated()).isFalse();
        assertThat(scheduler().awaitTermination(0, DAYS)).isFalse();
    }

    @Test
    void anIdleSchedulerEndsWhenItIsShutDown() throws InterruptedException {
        scheduler().shutdown();
        assertThat(scheduler().awaitTermination(1, DAYS)).isTrue();
        assertThat(scheduler().isTerminated()).isTrue();
    }

    @Test
    void shutdownNowHandsBackAllThatWaits() throws InterruptedException {
        Future<?> delayed = scheduler().schedule(() -> "delayed", 1, DAYS);
        Future<?> periodic = scheduler().scheduleAtFixedRate(() -> {}, 1, 1, DAYS);
        List<Runnable> rest = scheduler().shutdownNow();
        assertThat(rest).hasSize(2);
        assertThat(delayed.isDone() || periodic.isDone()).isFalse();
        assertThat(scheduler().awaitTermination(1, DAYS)).isTrue();
        assertThat(scheduler().isTerminated()).isTrue();
    }

    @Test
    void shutdownNowInterruptsTheTaskThatRuns() throws InterruptedException, ExecutionException {
        Future<Boolean> running = scheduler().submit(() -> {
            scheduler().shutdownNow();
            return Thread.currentThread().isInterrupted();
        });
        letRun();
        assertThat(running.get()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aSchedulerHasNotEndedWhileATaskRuns() throws InterruptedException, ExecutionException {
        Future<Boolean> ended = scheduler().submit(() -> {
            scheduler().shutdown();
            return scheduler().isTerminated();
        });
        letRun();
        assertThat(ended.get()).isFalse();
        assertThat(scheduler().awaitTermination(1, DAYS)).isTrue();
    }

    @Test
    @SuppressWarnings("NullAway") // null is what is tried here
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> scheduler().scheduleAtFixedRate(() -> {}, 0, 0, DAYS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scheduler().scheduleWithFixedDelay(() -> {}, 0, -1, DAYS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scheduler().execute(null)).isInstanceOf(NullPointerException.class);
    }
}

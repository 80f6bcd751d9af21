package asyncjava.testkit.planted;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.VirtualTime;
import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Whoever gives a permit back hands it to the next who waits. If that one has just given up, it does not
/// take the permit, and the permit is lost. To complete a future says whether it was the first to do so:
/// who hears that it was not has to hand the permit to another.
final class PermitLostAtTimeout implements PlantedBug {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Override
    public String verdict() {
        return "[permits at the end]";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        check(schedule, new Broken());
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, new Corrected());
    }

    private static void check(Schedule schedule, Permits permits) throws InterruptedException {
        VirtualTime time = schedule.time();
        Started<?> holder = schedule.run("holder", () -> {
            if (permits.acquire(SECOND, time.scheduler())) {
                time.sleep(SECOND);
                permits.release();
            }
        });
        Started<?> waiter = schedule.run("waiter", () -> {
            if (permits.acquire(SECOND, time.scheduler())) {
                permits.release();
            }
        });
        holder.result();
        waiter.result();
        assertThat(permits.free).as("permits at the end").isEqualTo(1);
    }

    private abstract static class Permits {

        private final Queue<CompletableFuture<Boolean>> waiting = new ArrayDeque<>();
        private int free = 1;

        boolean acquire(Duration limit, ScheduledExecutorService timer) {
            CompletableFuture<Boolean> turn = takeOrWait();
            var timeout = timer.schedule(() -> turn.complete(false), limit.toNanos(), TimeUnit.NANOSECONDS);
            boolean acquired = turn.join();
            timeout.cancel(false);
            if (!acquired) {
                leaveQueue();
            }
            return acquired;
        }

        synchronized void release() {
            CompletableFuture<Boolean> next = waiting.poll();
            if (next == null) {
                free++;
            } else {
                handTo(next);
            }
        }

        abstract void handTo(CompletableFuture<Boolean> next);

        private synchronized CompletableFuture<Boolean> takeOrWait() {
            if (free > 0) {
                free--;
                return CompletableFuture.completedFuture(true);
            }
            CompletableFuture<Boolean> turn = new CompletableFuture<>();
            waiting.add(turn);
            return turn;
        }

        private synchronized void leaveQueue() {
            waiting.removeIf(CompletableFuture::isDone);
        }
    }

    private static final class Broken extends Permits {

        @Override
        void handTo(CompletableFuture<Boolean> next) {
            next.complete(true);
        }
    }

    private static final class Corrected extends Permits {

        @Override
        void handTo(CompletableFuture<Boolean> next) {
            if (!next.complete(true)) {
                release();
            }
        }
    }
}

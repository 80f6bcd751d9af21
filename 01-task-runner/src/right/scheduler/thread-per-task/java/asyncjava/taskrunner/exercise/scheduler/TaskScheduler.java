package asyncjava.taskrunner.exercise.scheduler;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;

/// A virtual thread for each task, which waits for the timer and runs the task itself: a run that takes
/// long makes the task's own next run wait.
public final class TaskScheduler implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private boolean closed;

    public TaskScheduler(ScheduledExecutorService timer, Clock clock) {
        this.timer = timer;
        this.clock = clock;
    }

    public Scheduled at(Instant when, Runnable task) {
        return start(() -> {
            sleepUntil(when);
            run(task);
        });
    }

    public Scheduled every(Duration period, Runnable task) {
        return start(() -> {
            Instant next = clock.instant().plus(period);
            while (true) {
                sleepUntil(next);
                run(task);
                next = next.plus(period);
            }
        });
    }

    private Scheduled start(Life life) {
        Thread thread = Thread.ofVirtual().unstarted(() -> {
            try {
                life.live();
            } catch (InterruptedException e) {
                // Cancelled: there is nothing left to do.
            } finally {
                threads.remove(Thread.currentThread());
            }
        });
        synchronized (threads) {
            if (!closed) {
                threads.add(thread);
                thread.start();
            }
        }
        return thread::interrupt;
    }

    private void sleepUntil(Instant when) throws InterruptedException {
        Duration left = Duration.between(clock.instant(), when);
        if (left.isPositive()) {
            ScheduledFuture<?> over = timer.schedule(() -> {}, left.toNanos(), NANOSECONDS);
            try {
                over.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } finally {
                over.cancel(false);
            }
        }
    }

    private static void run(Runnable task) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            task.run();
        } catch (RuntimeException e) {
            System.err.println("a run failed: " + e);
        }
    }

    @Override
    public void close() {
        synchronized (threads) {
            closed = true;
        }
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            boolean ended = false;
            while (!ended) {
                try {
                    thread.join();
                    ended = true;
                } catch (InterruptedException e) {
                    threads.forEach(Thread::interrupt);
                }
            }
        }
    }

    private interface Life {
        void live() throws InterruptedException;
    }
}

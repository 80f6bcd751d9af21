package asyncjava.taskrunner.exercise.scheduler;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// A scope has one owner: the thread that forks the runs as the timer hands them over, and closes the
/// scope at the end.
public final class TaskScheduler implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final BlockingQueue<Runnable> due = new LinkedBlockingQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Future<?>> entries = new ArrayList<>();
    private boolean closed;
    private final Thread owner;

    public TaskScheduler(ScheduledExecutorService timer, Clock clock) {
        this.timer = timer;
        this.clock = clock;
        owner = Thread.startVirtualThread(this::forkWhatIsDue);
    }

    private void forkWhatIsDue() {
        try (var scope = StructuredTaskScope.open(Joiner.awaitAll())) {
            while (true) {
                scope.fork(due.take());
            }
        } catch (InterruptedException e) {
            // Closed: leaving the scope has interrupted what was under way, and waited for it.
        }
    }

    public Scheduled at(Instant when, Runnable task) {
        long delay = NANOSECONDS.convert(Duration.between(clock.instant(), when));
        return plan(task, run -> timer.schedule(run, delay, NANOSECONDS));
    }

    public Scheduled every(Duration period, Runnable task) {
        long nanos = NANOSECONDS.convert(period);
        return plan(task, run -> timer.scheduleAtFixedRate(run, nanos, nanos, NANOSECONDS));
    }

    private Scheduled plan(Runnable task, Function<Runnable, Future<?>> timing) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Runnable run = () -> {
            if (!cancelled.get()) {
                task.run();
            }
        };
        lock.lock();
        try {
            if (closed) {
                return () -> {};
            }
            Future<?> entry = timing.apply(() -> due.add(run));
            entries.add(entry);
            return () -> {
                cancelled.set(true);
                entry.cancel(false);
            };
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws InterruptedException {
        lock.lock();
        try {
            closed = true;
            entries.forEach(entry -> entry.cancel(false));
        } finally {
            lock.unlock();
        }
        owner.interrupt();
        owner.join();
    }
}

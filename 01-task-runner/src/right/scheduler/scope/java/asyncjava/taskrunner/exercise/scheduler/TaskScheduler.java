package asyncjava.taskrunner.exercise.scheduler;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;

/// A scope has one owner: the thread that forks the runs as the timer hands them over, and closes the
/// scope at the end.
public final class TaskScheduler implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final BlockingQueue<Runnable> due = new LinkedBlockingQueue<>();
    private final Queue<Future<?>> entries = new ConcurrentLinkedQueue<>();
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
        return keep(timer.schedule(() -> due.add(task), delay, NANOSECONDS));
    }

    public Scheduled every(Duration period, Runnable task) {
        long nanos = NANOSECONDS.convert(period);
        return keep(timer.scheduleAtFixedRate(() -> due.add(task), nanos, nanos, NANOSECONDS));
    }

    private Scheduled keep(Future<?> entry) {
        entries.add(entry);
        return () -> entry.cancel(false);
    }

    @Override
    public void close() throws InterruptedException {
        entries.forEach(entry -> entry.cancel(false));
        owner.interrupt();
        owner.join();
    }
}

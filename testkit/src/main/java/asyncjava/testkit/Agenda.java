package asyncjava.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The moment that virtual time has reached, and all that is still to come. Any thread may write into it;
/// one at a time goes through it.
final class Agenda {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final NavigableSet<Due> entries =
            new TreeSet<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
    /// Those whose sleep ended since time was last moved.
    private final List<Sleep> woken = new ArrayList<>();

    private long now;
    private long asked;
    private int sleepers;
    private boolean closed;
    private @Nullable VirtualTask<?> running;
    private @Nullable Thread runner;

    /// Looks at what must not change meanwhile.
    <T> T read(Supplier<T> look) {
        enter();
        try {
            return look.get();
        } finally {
            lock.unlock();
        }
    }

    /// Does something at one stroke, and lets everybody who waits here look again.
    <T> T change(Supplier<T> step) {
        return read(() -> {
            changed.signalAll();
            return step.get();
        });
    }

    long now() {
        return read(() -> now);
    }

    int tasks() {
        return read(() -> entries.size() - sleepers);
    }

    /// Whether all whose sleep ended since [#forgetWoken()] have done what there was to do.
    boolean isSettled() {
        return read(() -> woken.stream().allMatch(Sleep::isSettled));
    }

    void forgetWoken() {
        change(() -> {
            woken.clear();
            return now;
        });
    }

    int sleepers() {
        return read(() -> sleepers);
    }

    boolean isClosed() {
        return read(() -> closed);
    }

    /// Whether the caller is a task, for which time stands still until it is over.
    boolean isRunningHere() {
        return read(() -> Thread.currentThread().equals(runner));
    }

    boolean isPlannedOrRunning(Predicate<VirtualTask<?>> which) {
        return read(() -> (running != null && which.test(running))
                || entries.stream().anyMatch(entry -> entry instanceof Due.Task due && which.test(due.task())));
    }

    Due add(VirtualTask<?> task, long delayNanos) {
        return change(() -> {
            Due entry = new Due.Task(after(delayNanos), asked++, task);
            entries.add(entry);
            return entry;
        });
    }

    /// How long it is until something is due; empty when nothing is planned.
    Optional<Duration> untilNext() {
        return read(() -> entries.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(entries.getFirst().at() - now)));
    }

    void remove(Due entry) {
        change(() -> entries.remove(entry));
    }

    /// Takes tasks out, in the order in which they are due.
    List<VirtualTask<?>> removeTasks(Predicate<VirtualTask<?>> which) {
        return change(() -> {
            List<VirtualTask<?>> removed = new ArrayList<>();
            for (Due entry : List.copyOf(entries)) {
                if (entry instanceof Due.Task due && which.test(due.task())) {
                    entries.remove(entry);
                    removed.add(due.task());
                }
            }
            return removed;
        });
    }

    /// The moment so long after now; the far end of time where that would be beyond it.
    long after(long nanos) {
        long at = now() + Math.max(0, nanos);
        return at < 0 ? Long.MAX_VALUE : at;
    }

    /// Goes to the next task that is due by then, waking sleepers on the way.
    ///
    /// @return the task, which counts as running from now on, or empty when the moment is reached with
    /// none left
    Optional<VirtualTask<?>> next(long until) {
        return change(() -> {
            while (!entries.isEmpty() && entries.getFirst().at() <= until) {
                Due first = entries.removeFirst();
                now = Math.max(now, first.at());
                switch (first) {
                    case Due.Sleeper sleeper -> wake(sleeper);
                    case Due.Task due -> {
                        running = due.task();
                        runner = Thread.currentThread();
                        return Optional.of(due.task());
                    }
                }
            }
            now = Math.max(now, until);
            return Optional.empty();
        });
    }

    /// The task given out last is over.
    void over() {
        change(() -> {
            running = null;
            runner = null;
            return now;
        });
    }

    void interruptRunning(Predicate<VirtualTask<?>> which) {
        enter();
        try {
            if (running != null && runner != null && which.test(running)) {
                runner.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits until virtual time has passed.
    void sleep(long nanos) throws InterruptedException {
        if (nanos <= 0) {
            return;
        }
        Sleep sleep = new Sleep();
        Due entry = addSleeper(nanos, () -> {
            woken.add(sleep);
            sleep.end();
        });
        try {
            sleep.await();
            refuseWhenClosed();
        } finally {
            removeSleeper(entry);
            sleep.leave();
        }
    }

    /// Waits until something has become true or virtual time has passed.
    ///
    /// @return whether it has become true
    boolean await(BooleanSupplier reached, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (reached.getAsBoolean() || nanos <= 0) {
                return reached.getAsBoolean();
            }
            Due entry = addSleeper(nanos, changed::signalAll);
            try {
                while (!closed && entries.contains(entry) && !reached.getAsBoolean()) {
                    changed.await();
                }
            } finally {
                removeSleeper(entry);
            }
            refuseWhenClosed();
            return reached.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    /// Waits in real time, as a test does for other threads.
    void await(Patience patience, BooleanSupplier reached, Supplier<String> message) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            patience.await(changed, reached, message);
        } finally {
            lock.unlock();
        }
    }

    /// Sends the sleepers away; takes out and returns the tasks.
    List<VirtualTask<?>> close() {
        return change(() -> {
            closed = true;
            List<VirtualTask<?>> tasks = removeTasks(_ -> true);
            while (!entries.isEmpty()) {
                if (entries.removeFirst() instanceof Due.Sleeper sleeper) {
                    wake(sleeper);
                }
            }
            return tasks;
        });
    }

    // Nobody waits while holding the lock, so that it is free in a moment; but one who is queued for
    // it may be a virtual thread whose carrier is the next in the queue.
    private void enter() {
        while (!lock.tryLock()) {
            Thread.onSpinWait();
        }
    }

    private Due addSleeper(long nanos, Runnable alarm) {
        if (isRunningHere()) {
            throw new IllegalStateException(
                    "a task of the scheduler waits for time to pass, but time stands still while the task runs;"
                            + " schedule what comes later, or wait on a thread of its own");
        }
        return change(() -> {
            Due entry = new Due.Sleeper(after(nanos), asked++, alarm);
            if (closed) {
                alarm.run();
            } else {
                entries.add(entry);
                sleepers++;
            }
            return entry;
        });
    }

    private void removeSleeper(Due entry) {
        change(() -> entries.remove(entry) ? sleepers-- : sleepers);
    }

    private void refuseWhenClosed() throws InterruptedException {
        if (isClosed()) {
            throw new InterruptedException("the virtual time was closed");
        }
    }

    private void wake(Due.Sleeper sleeper) {
        sleepers--;
        sleeper.alarm().run();
    }
}

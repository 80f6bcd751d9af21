package asyncjava.queue.concepts;

import asyncjava.common.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Everybody waits for an order of their own, and somebody brings them one by one. asyncio has `Condition`
/// for it, with `wait_for`, `notify` and `notify_all`, and Java has `Condition` too, which comes from a
/// lock: `await`, `signal` and `signalAll`. It has no `wait_for`, so that the loop is yours to write.
///
/// Expect Ada, who wants coffee, to come first, and Bob, who wants tea, to come next. Tea is brought after
/// 150 ms and coffee after 300. In the first picture each of them waits so long. Then only one is woken
/// each time, always the wrong one: Bob gets his tea when coffee comes, and Ada waits until she is
/// cancelled. In the last picture Ada does not look again, and takes tea for coffee.
///
/// Reach for it where you wait for something to become true of what a lock guards. Do not where a queue, a
/// latch or a semaphore says the same: they have the loop in them.
final class PickUpCounter {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition brought = lock.newCondition();
    private final List<String> ready = new ArrayList<>();

    static void main() throws InterruptedException {
        show("A loop and signalAll", PickUpCounter::take, PickUpCounter::bring);
        show("The mistake, signal", PickUpCounter::take, PickUpCounter::bringAndWakeOne);
        show("The mistake, no loop", PickUpCounter::takeWithoutLooking, PickUpCounter::bring);
    }

    /// Waits until somebody has brought it.
    String take(String wanted) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!ready.remove(wanted)) {
                brought.await(); // gives the lock back meanwhile, and has it again when it goes on
            }
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    /// Wakes everybody: only they know what they wait for.
    void bring(String order) {
        lock.lock();
        try {
            ready.add(order);
            brought.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The mistake: `signal` wakes whoever has waited longest, who may want something else. It is enough
    /// where all wait for the same thing, and any of them will do.
    void bringAndWakeOne(String order) {
        lock.lock();
        try {
            ready.add(order);
            brought.signal();
        } finally {
            lock.unlock();
        }
    }

    /// The mistake: to be woken means to look again, and no more. It may have been something else, somebody
    /// else may have been sooner, and `await` may return for no reason at all.
    @SuppressWarnings("WaitNotInLoop") // Error Prone knows this mistake
    String takeWithoutLooking(String wanted) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!ready.contains(wanted)) {
                brought.await();
            }
            if (!ready.remove(wanted)) {
                throw new IllegalStateException("no %s on the counter, there is %s".formatted(wanted, ready));
            }
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    /// How many wait now.
    int waiting() {
        lock.lock();
        try {
            return lock.getWaitQueueLength(brought);
        } finally {
            lock.unlock();
        }
    }

    private static void show(String heading, Taking taking, Bringing bringing) throws InterruptedException {
        Timeline timeline = Timeline.start();
        PickUpCounter counter = new PickUpCounter();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> ada = executor.submit(() -> timeline.record("ada, coffee", () -> taking.take(counter, "coffee")));
            Thread.sleep(50);
            var _ = executor.submit(() -> timeline.record("bob, tea", () -> taking.take(counter, "tea")));
            Thread.sleep(100);
            bringing.bring(counter, "tea");
            Thread.sleep(150);
            bringing.bring(counter, "coffee");
            Thread.sleep(150);
            ada.cancel(true);
        }
        Show.timeline(heading, timeline);
    }

    @FunctionalInterface
    interface Taking {
        String take(PickUpCounter counter, String wanted) throws InterruptedException;
    }

    @FunctionalInterface
    interface Bringing {
        void bring(PickUpCounter counter, String order);
    }
}

package asyncjava.queue.concepts;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A bounded queue that knows when all that was put into it is done, as asyncio's does: `put` counts an
/// order, `taskDone` takes it off, `join` waits for none.
final class JoinableQueue {

    private final BlockingQueue<String> orders;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition allDone = lock.newCondition();
    private int unfinished;

    JoinableQueue(int capacity) {
        orders = new ArrayBlockingQueue<>(capacity);
    }

    void put(String order) throws InterruptedException {
        count(1); // before anybody can take it, or join might return too early
        try {
            orders.put(order);
        } catch (InterruptedException e) {
            count(-1);
            throw e;
        }
    }

    String take() throws InterruptedException {
        return orders.take();
    }

    /// Once for each order that was taken.
    void taskDone() {
        count(-1);
    }

    /// Waits until all that was put is done, or so much time has passed.
    ///
    /// @return how many orders are not done
    int join(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (unfinished > 0 && left > 0) {
                left = allDone.awaitNanos(left);
            }
            return unfinished;
        } finally {
            lock.unlock();
        }
    }

    private void count(int change) {
        lock.lock();
        try {
            if (unfinished + change < 0) {
                throw new IllegalStateException("taskDone was called more often than put");
            }
            unfinished += change;
            if (unfinished == 0) {
                allDone.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}

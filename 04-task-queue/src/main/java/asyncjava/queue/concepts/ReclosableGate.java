package asyncjava.queue.concepts;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Holds whoever comes while it is closed. It may be opened and closed as often as one likes; a
/// `CountDownLatch` opens once.
///
/// Whoever waits when it opens gets through, however soon it is closed again. asyncio's `Event` promises
/// the same.
final class ReclosableGate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private boolean open;
    private long openings;

    /// From now on nobody is held.
    void open() {
        lock.lock();
        try {
            open = true;
            letThrough();
        } finally {
            lock.unlock();
        }
    }

    /// Opens for whoever waits at this moment, and for nobody who comes later.
    void letThrough() {
        lock.lock();
        try {
            openings++;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// From now on whoever comes is held.
    void close() {
        lock.lock();
        try {
            open = false;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until it is open, or has been since one came.
    void await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long before = openings;
            while (!open && openings == before) {
                opened.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /// The mistake: whoever is woken has to get the lock before it can look, and by then the gate may be
    /// closed again.
    void awaitByTheFlagAlone() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!open) {
                opened.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /// How many it holds now.
    int waiting() {
        lock.lock();
        try {
            return lock.getWaitQueueLength(opened);
        } finally {
            lock.unlock();
        }
    }
}

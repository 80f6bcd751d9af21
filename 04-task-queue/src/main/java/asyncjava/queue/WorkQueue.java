package asyncjava.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/// A bounded queue of work for several workers. Work of the same key is done in the order in which it came,
/// one piece at a time; work of different keys at once.
///
/// It is asyncio's `Queue` with `task_done`, `join` and `shutdown`, in one lock and three conditions. Each
/// condition has a question that its waiters ask again whenever they wake: is there room, is there work for
/// me, has all ended?
final class WorkQueue<T> {

    private static final Object NOBODY = new Object();

    private final int capacity;
    private final WhenFull whenFull;
    private final Function<T, Object> key;
    private final Consumer<Lease<T>> dropped;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition work = lock.newCondition();
    private final Condition allEnded = lock.newCondition();

    private final Deque<Waiting<T>> waiting = new ArrayDeque<>();
    private final Set<Object> busy = new HashSet<>();
    private int leased;
    private long rounds; // how often all had ended
    private int mostWaiting;
    private volatile State state = State.OPEN; // written under the lock

    private enum State {
        OPEN,
        DRAINING,
        ABORTED
    }

    private record Waiting<T>(T item, long since) {}

    /// @param capacity how many pieces may wait; those that are being worked on do not count
    /// @param key equal for two pieces that must not be done at once
    /// @param dropped is handed each piece that is dropped, on the thread of whoever brought the newer one
    WorkQueue(int capacity, WhenFull whenFull, Function<T, Object> key, Consumer<Lease<T>> dropped) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, was " + capacity);
        }
        this.capacity = capacity;
        this.whenFull = whenFull;
        this.key = key;
        this.dropped = dropped;
    }

    /// Brings a piece of work. What happens when the queue is full is as was said in the beginning; who
    /// waits then is told when the queue closes.
    ///
    /// @throws InterruptedException and the piece is not in the queue
    Submitted submit(T item) throws InterruptedException {
        Optional<Lease<T>> oldest = Optional.empty();
        lock.lockInterruptibly();
        try {
            while (state == State.OPEN && isFull() && whenFull == WhenFull.WAIT) {
                room.await();
            }
            if (state != State.OPEN) {
                return Submitted.CLOSED;
            }
            if (isFull()) {
                if (whenFull == WhenFull.REFUSE) {
                    return Submitted.REFUSED;
                }
                oldest = Optional.of(lease(waiting.removeFirst(), NOBODY));
            }
            waiting.addLast(new Waiting<>(item, System.nanoTime()));
            mostWaiting = Math.max(mostWaiting, waiting.size());
            work.signal();
        } finally {
            lock.unlock();
        }
        oldest.ifPresent(dropped);
        return Submitted.ACCEPTED;
    }

    /// Takes the oldest piece whose key nobody is busy with, or waits for one.
    ///
    /// @return empty when there will be none any more
    Optional<Lease<T>> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (state != State.ABORTED) {
                Optional<Lease<T>> next = oldestThatIsFree();
                if (next.isPresent()) {
                    room.signal();
                    wakeAllAtTheEnd();
                    return next;
                }
                if (state == State.DRAINING && waiting.isEmpty()) {
                    break;
                }
                work.await();
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Lease<T>> oldestThatIsFree() {
        for (Iterator<Waiting<T>> each = waiting.iterator(); each.hasNext(); ) {
            Waiting<T> next = each.next();
            Object itsKey = key.apply(next.item());
            if (busy.add(itsKey)) {
                each.remove();
                return Optional.of(lease(next, itsKey));
            }
        }
        return Optional.empty();
    }

    private Lease<T> lease(Waiting<T> taken, Object busyKey) {
        leased++;
        return new Lease<>(taken.item(), busyKey, System.nanoTime() - taken.since(), this);
    }

    /// A lease is closed. Another piece of the same key may have waited for that.
    void ended(Object itsKey) {
        lock.lock();
        try {
            leased--;
            busy.remove(itsKey);
            if (hasEnded()) {
                rounds++;
            }
            if (waiting.isEmpty()) {
                allEnded.signalAll();
            } else {
                work.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits for a moment at which nothing waits and every lease is closed. More may come later.
    ///
    /// @return whether it was so before the time was over
    boolean join(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            // More may have come since it was empty, and that is not waited for.
            long before = rounds;
            for (long left = atMost.toNanos(); !hasEnded() && rounds == before && left > 0; ) {
                left = allEnded.awaitNanos(left);
            }
            return hasEnded() || rounds > before;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until all leases are closed but so many.
    void awaitOthers(int held) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (leased > held) {
                allEnded.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean hasEnded() {
        return waiting.isEmpty() && leased == 0;
    }

    /// Takes no more; what waits is still there to be taken.
    void drain() {
        lock.lock();
        try {
            if (state == State.OPEN) {
                state = State.DRAINING;
                wakeAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Takes no more, and gives nothing out any more.
    ///
    /// @return what waited, oldest first; whoever aborts it has taken all that, and says when it has ended
    List<Lease<T>> abort() {
        lock.lock();
        try {
            state = State.ABORTED;
            List<Lease<T>> left =
                    waiting.stream().map(each -> lease(each, NOBODY)).toList();
            waiting.clear();
            wakeAll();
            return left;
        } finally {
            lock.unlock();
        }
    }

    boolean isAborted() {
        return state == State.ABORTED;
    }

    /// How many pieces wait.
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /// The most that ever waited at once.
    int mostWaiting() {
        lock.lock();
        try {
            return mostWaiting;
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull() {
        return waiting.size() == capacity;
    }

    /// Workers wait for more, and there is none to come.
    private void wakeAllAtTheEnd() {
        if (state == State.DRAINING && waiting.isEmpty()) {
            work.signalAll();
        }
    }

    private void wakeAll() {
        room.signalAll();
        work.signalAll();
    }
}

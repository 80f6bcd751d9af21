package asyncjava.queue;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All orders that were accepted and have not ended. Whoever strikes one out tells what became of it, and
/// nobody else does.
final class Book {

    private static final Logger LOG = LoggerFactory.getLogger(Book.class);

    private final Set<Accepted> open = ConcurrentHashMap.newKeySet();

    void enter(Accepted accepted) {
        open.add(accepted);
    }

    /// Strikes it out, unless somebody else has. It counts as open until that has been told.
    void strikeOut(Accepted accepted, Runnable tell) {
        if (!accepted.claim()) {
            return;
        }
        try {
            tell.run();
        } catch (RuntimeException bug) {
            LOG.error("nobody could be told of {}", accepted.order(), bug);
        }
        open.remove(accepted);
        if (open.isEmpty()) {
            synchronized (open) {
                open.notifyAll();
            }
        }
    }

    /// Those that are open, as they came.
    List<Accepted> inTheirOrder() {
        return open.stream().sorted(Comparator.comparingLong(Accepted::since)).toList();
    }

    /// Waits until none is open.
    ///
    /// @return whether it was so before the time was over
    boolean awaitEmpty(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (open) {
            for (long left = atMost.toNanos(); !open.isEmpty() && left > 0; left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(open, left);
            }
            return open.isEmpty();
        }
    }
}

package asyncjava.queue;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All orders that were accepted and have not ended. Whoever strikes one out tells what became of it, and
/// nobody else does.
final class Book {

    private static final Logger LOG = LoggerFactory.getLogger(Book.class);

    private final Set<Accepted> open = new LinkedHashSet<>(); // guarded by this
    private long rounds; // how often none was open; guarded by this

    synchronized void enter(Accepted accepted) {
        open.add(accepted);
    }

    private synchronized void remove(Accepted accepted) {
        open.remove(accepted);
        if (open.isEmpty()) {
            rounds++;
            notifyAll();
        }
    }

    /// Strikes it out, unless somebody else has. It counts as open until that has been told.
    void strikeOut(Accepted accepted, Runnable tell) {
        if (!accepted.claim()) {
            return;
        }
        try {
            accepted.leave();
            tell.run();
        } catch (RuntimeException bug) {
            LOG.error("nobody could be told of {}", accepted.order(), bug);
        } finally {
            remove(accepted);
        }
    }

    /// Those that are open, as they came.
    synchronized List<Accepted> inTheirOrder() {
        return List.copyOf(open);
    }

    /// Waits for a moment at which none is open.
    ///
    /// @return whether it came before the time was over
    synchronized boolean awaitEmpty(Duration atMost) throws InterruptedException {
        long before = rounds;
        long deadline = System.nanoTime() + atMost.toNanos();
        long left = atMost.toNanos();
        while (!open.isEmpty() && rounds == before && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
        return open.isEmpty() || rounds > before;
    }
}

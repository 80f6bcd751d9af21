package asyncjava.queue.concepts;

import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/// Two copies of a book are left, and four customers want one. Each order looks whether there is one, packs
/// it and takes it off the stock. In asyncio that needs a `Lock` because packing is an `await`; a look and
/// a taking with no `await` between need none, since no other task can come between. Java's threads come
/// between anywhere. What belongs together is done under a `ReentrantLock`, by one thread at a time.
///
/// Expect two packings, one after the other, and two customers who get nothing. Without the lock all four
/// look before anybody has taken one: four packings, and four of two copies are sold.
///
/// Reach for a lock where several steps or several fields belong together. For a single number there is
/// `AtomicInteger`, where one step does it all; `get` and then `decrementAndGet` are two, and this very
/// mistake. Do not do under a lock what can be done outside of it: everybody else waits meanwhile.
final class CheckAndAct {

    private final ReentrantLock stock = new ReentrantLock();
    private int left;

    CheckAndAct(int left) {
        this.left = left;
    }

    static void main() throws InterruptedException {
        show("With a lock", CheckAndAct::buy);
        show("The mistake, without", CheckAndAct::buyWithoutLock);
    }

    /// Whether there was one. Whoever is interrupted while it waits for its turn has bought none.
    boolean buy(Packing packing) throws Exception {
        stock.lockInterruptibly(); // lock() would wait on, deaf to being cancelled
        try {
            if (left == 0) {
                return false;
            }
            packing.pack();
            left--;
            return true;
        } finally {
            stock.unlock();
        }
    }

    /// The mistake: between the look and the taking there is time for others to look. Where nothing is
    /// packed it is a very short time, and still there.
    boolean buyWithoutLock(Packing packing) throws Exception {
        if (left == 0) {
            return false;
        }
        packing.pack();
        left--;
        return true;
    }

    private static void show(String heading, Way way) throws InterruptedException {
        CheckAndAct book = new CheckAndAct(2);
        Timeline timeline = Timeline.start();
        Handler packing = new SlowHandler(Duration.ofMillis(100), timeline);
        List<Callable<Boolean>> customers = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> "order-" + i)
                .<Callable<Boolean>>map(order -> () -> way.buy(book, () -> packing.handle(order)))
                .toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            long sold = executor.invokeAll(customers).stream()
                    .filter(Future::resultNow)
                    .count();
            Show.timeline("%s: %d of 2 sold".formatted(heading, sold), timeline);
        }
    }

    @FunctionalInterface
    interface Packing {
        void pack() throws Exception;
    }

    @FunctionalInterface
    interface Way {
        boolean buy(CheckAndAct book, Packing packing) throws Exception;
    }
}

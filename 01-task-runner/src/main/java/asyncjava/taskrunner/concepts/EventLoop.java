package asyncjava.taskrunner.concepts;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/// What `await` hides: nobody stands and waits. Code leaves a callback here and returns; the loop sleeps for
/// all of them until a channel has bytes or a timer is due, and runs the callbacks one by one on the thread
/// that called [#run()], the only one that may touch it. The names are asyncio's. Reactor Netty's loop is the
/// same thing, tasks, timers and a selector on one thread, and there is about one such loop for each core.
/// [BlockedLoop] has a main.
final class EventLoop implements AutoCloseable {

    private final Selector selector = Selector.open();
    private final ArrayDeque<Callback> ready = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::due).thenComparingLong(Timer::number));
    private final LongSupplier now;
    private long timersSet;

    EventLoop(LongSupplier nanoTime) throws IOException {
        long start = nanoTime.getAsLong();
        now = () -> nanoTime.getAsLong() - start;
    }

    void callSoon(Callback callback) {
        ready.add(callback);
    }

    void callLater(Duration delay, Callback callback) {
        timers.add(new Timer(now.getAsLong() + delay.toNanos(), timersSet++, callback));
    }

    /// Calls back in every round that finds something to read, until the callback closes the channel.
    void addReader(SelectableChannel channel, Callback callback) throws IOException {
        channel.configureBlocking(false).register(selector, SelectionKey.OP_READ, callback);
    }

    /// Runs until nothing is left to wait for, a callback throws, or the thread is interrupted.
    void run() throws InterruptedException, Exception {
        while (!ready.isEmpty() || !timers.isEmpty() || selector.keys().stream().anyMatch(SelectionKey::isValid)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            long moment = now.getAsLong();
            while (!timers.isEmpty() && timers.element().due() <= moment) {
                ready.add(timers.remove().callback());
            }
            if (!ready.isEmpty()) {
                selector.selectNow();
            } else if (timers.isEmpty()) {
                selector.select(); // sleeps until a channel has something,
            } else {
                selector.select(Math.ceilDiv(timers.element().due() - moment, 1_000_000)); // or a timer is due
            }
            selector.selectedKeys().forEach(key -> ready.add((Callback) key.attachment()));
            selector.selectedKeys().clear();
            for (int left = ready.size(); left > 0; left--) { // what these add has its turn in the next round
                ready.remove().run();
            }
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }

    private record Timer(long due, long number, Callback callback) {}

    interface Callback {
        void run() throws Exception;
    }
}

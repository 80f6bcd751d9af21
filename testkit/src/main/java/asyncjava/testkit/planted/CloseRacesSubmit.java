package asyncjava.testkit.planted;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/// A shop accepts an order while it is open, and puts it into the queue of its worker. When it is closed
/// in between, the order comes behind the end mark: it was accepted, and nobody ever does it. To look
/// and to put must be one step, which a lock makes them.
final class CloseRacesSubmit implements PlantedBug {

    private static final String END = "end";

    @Override
    public String verdict() {
        return "[accepted orders are done]";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        check(schedule, new Broken());
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, new Corrected());
    }

    private static void check(Schedule schedule, Broken shop) throws InterruptedException {
        Started<?> worker = schedule.run("worker", shop::work);
        Started<Boolean> accepted = schedule.start("customer", () -> shop.accept("tea"));
        Started<?> closing = schedule.run("closing", shop::close);

        worker.result();
        closing.result();
        List<String> expected = accepted.result() ? List.of("tea") : List.of();
        assertThat(shop.done).as("accepted orders are done").isEqualTo(expected);
    }

    private static class Broken {

        private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        private final List<String> done = new CopyOnWriteArrayList<>();
        private volatile boolean closed;

        /// Whether the shop was still open.
        boolean accept(String order) {
            if (closed) {
                return false;
            }
            noteInTheBooks();
            queue.add(order);
            return true;
        }

        void close() {
            closed = true;
            queue.add(END);
        }

        final void work() throws InterruptedException {
            String order = queue.take();
            while (!order.equals(END)) {
                done.add(order);
                order = queue.take();
            }
        }

        /// Takes its time.
        private static void noteInTheBooks() {
            Schedule.pause();
        }
    }

    private static final class Corrected extends Broken {

        private final ReentrantLock lock = new ReentrantLock();

        @Override
        boolean accept(String order) {
            lock.lock();
            try {
                return super.accept(order);
            } finally {
                lock.unlock();
            }
        }

        @Override
        void close() {
            lock.lock();
            try {
                super.close();
            } finally {
                lock.unlock();
            }
        }
    }
}

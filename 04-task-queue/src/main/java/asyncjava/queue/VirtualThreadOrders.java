package asyncjava.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A [WorkQueue], a virtual thread for each worker, and one that looks after them.
final class VirtualThreadOrders implements OrderQueue {

    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Logger LOG = LoggerFactory.getLogger(VirtualThreadOrders.class);

    private final WorkQueue<Order> queue;
    private final Limits limits;
    private final Handler handler;
    private final Listener listener;
    private final List<Worker> workers = new ArrayList<>(); // guarded by itself
    private final Thread supervisor;

    VirtualThreadOrders(Limits limits, Handler handler, Listener listener) {
        this.limits = limits;
        this.handler = handler;
        this.listener = listener;
        queue = new WorkQueue<>(limits.capacity(), limits.whenFull(), Order::customer, this::handBack);
        for (int number = 1; number <= limits.workers(); number++) {
            workers.add(worker(new Station(number)));
        }
        workers.forEach(worker -> worker.thread().start());
        // A platform thread: it has to look also while steps that never wait keep all the carriers.
        supervisor = Thread.ofPlatform().name("supervisor").daemon().start(this::supervise);
    }

    private void handBack(Lease<Order> lease) {
        try (lease) {
            listener.handedBack(lease.item());
        } catch (RuntimeException bug) {
            LOG.error("nobody could be told of {}", lease.item(), bug);
        }
    }

    private Worker worker(Station station) {
        return new Worker(queue, limits, handler, listener, station);
    }

    private void supervise() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                replaceThoseWhoHang();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void replaceThoseWhoHang() {
        synchronized (workers) {
            for (int i = 0; i < workers.size(); i++) {
                if (workers.get(i).giveUpIfOverdue()) {
                    Worker next = worker(workers.get(i).station());
                    workers.set(i, next);
                    next.thread().start();
                }
            }
        }
    }

    @Override
    public Submitted submit(Order order) throws InterruptedException {
        return queue.submit(order);
    }

    @Override
    public boolean join(Duration atMost) throws InterruptedException {
        return queue.join(atMost);
    }

    @Override
    public void drain() {
        queue.drain();
    }

    @Override
    public void abort() throws InterruptedException {
        List<Lease<Order>> waiting = queue.abort();
        synchronized (workers) {
            workers.forEach(worker -> worker.thread().interrupt());
        }
        try {
            // Those under way are older, and first in the file: no longer than a step may take.
            queue.awaitOthers(waiting.size());
        } finally {
            waiting.forEach(this::handBack);
        }
    }

    @Override
    public Glance glance() {
        synchronized (workers) {
            return new Glance(
                    queue.waiting(),
                    queue.mostWaiting(),
                    workers.stream().map(Worker::station).toList());
        }
    }

    @Override
    public void close() {
        Uninterrupted.run(() -> {
            abort();
            supervisor.interrupt();
            supervisor.join();
            for (Worker worker : workers) {
                boolean _ = worker.thread().join(limits.deadline()); // unless others keep all the cores
            }
        });
    }
}

package asyncjava.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A [WorkQueue], a virtual thread for each worker, and one that looks after them.
final class VirtualThreadOrders implements OrderQueue {

    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

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
        supervisor = Thread.ofVirtual().name("supervisor").start(this::supervise);
    }

    private void handBack(Lease<Order> lease) {
        try (lease) {
            listener.handedBack(lease.item());
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
        queue.abort().forEach(this::handBack);
        synchronized (workers) {
            workers.forEach(worker -> worker.thread().interrupt());
        }
        boolean _ = queue.join(FOR_EVER); // no longer than a step may take
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
        boolean interrupted = false;
        for (boolean ended = false; !ended; ) {
            try {
                abort();
                supervisor.interrupt();
                supervisor.join();
                for (Worker worker : workers) {
                    worker.thread().join();
                }
                ended = true;
            } catch (InterruptedException e) {
                interrupted = true; // work must not outlive this, nor does it take long
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

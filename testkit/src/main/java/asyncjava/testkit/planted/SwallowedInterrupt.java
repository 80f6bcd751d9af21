package asyncjava.testkit.planted;

import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/// A worker is to end when it is interrupted. An interrupt that comes while it waits is caught, logged and
/// forgotten: the catch has cleared the interrupt status for which the loop looks, and the worker waits
/// again, for ever. Whoever catches an interrupt and does not end has to set the status again.
final class SwallowedInterrupt implements PlantedBug {

    @Override
    public String verdict() {
        return "An interrupt was swallowed";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        check(schedule, new Broken());
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, new Corrected());
    }

    private static void check(Schedule schedule, Worker worker) throws InterruptedException {
        Started<?> work = schedule.run("worker", worker::work);
        schedule.together(() -> worker.orders.add("tea"), work::interrupt);
        work.result();
    }

    private abstract static class Worker {

        final BlockingQueue<String> orders = new LinkedBlockingQueue<>();
        final List<String> log = new CopyOnWriteArrayList<>();

        abstract void work();

        /// Takes its time.
        void prepare(String order) {
            Schedule.pause();
            log.add(order + " is ready");
        }
    }

    private static final class Broken extends Worker {

        @Override
        void work() {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    prepare(orders.take());
                } catch (InterruptedException e) {
                    log.add("interrupted");
                }
            }
        }
    }

    private static final class Corrected extends Worker {

        @Override
        void work() {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    prepare(orders.take());
                } catch (InterruptedException e) {
                    log.add("interrupted");
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}

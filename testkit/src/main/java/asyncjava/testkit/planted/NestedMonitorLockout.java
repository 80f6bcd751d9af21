package asyncjava.testkit.planted;

import asyncjava.testkit.schedule.Schedule;
import java.util.ArrayDeque;
import java.util.Deque;

/// A printer locks itself, and then waits for a job in a queue that has a lock of its own. To wait gives
/// back the lock of the queue only: whoever brings a job cannot get past the lock of the printer. The
/// queue is safe by itself, so the printer has nothing to lock.
final class NestedMonitorLockout implements PlantedBug {

    private interface Printer {
        String nextJob() throws InterruptedException;

        void add(String job);
    }

    @Override
    public String verdict() {
        return "A lock is held by a thread that waits for something else";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        check(schedule, new Broken());
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, new Corrected());
    }

    private static void check(Schedule schedule, Printer printer) throws InterruptedException {
        schedule.together(printer::nextJob, () -> printer.add("letter"));
    }

    private static final class JobQueue {

        private final Deque<String> jobs = new ArrayDeque<>();

        synchronized String take() throws InterruptedException {
            while (jobs.isEmpty()) {
                wait();
            }
            return jobs.removeFirst();
        }

        synchronized void add(String job) {
            jobs.addLast(job);
            notifyAll();
        }
    }

    private static final class Broken implements Printer {

        private final JobQueue queue = new JobQueue();

        @Override
        public synchronized String nextJob() throws InterruptedException {
            return queue.take();
        }

        @Override
        public synchronized void add(String job) {
            queue.add(job);
        }
    }

    private static final class Corrected implements Printer {

        private final JobQueue queue = new JobQueue();

        @Override
        public String nextJob() throws InterruptedException {
            return queue.take();
        }

        @Override
        public void add(String job) {
            queue.add(job);
        }
    }
}

package asyncjava.testkit.planted;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Shared;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/// A double-checked start with one check: a service looks whether it is started, takes a lock when
/// it is not, and starts. A second thread that looked in the meantime waits for the lock and then
/// starts it again. Who has got the lock must look once more.
final class MissingSecondCheck implements PlantedBug {

    private abstract static class Service {

        final ReentrantLock lock = new ReentrantLock();
        final Shared<Boolean> started = new Shared<>(false);
        final AtomicInteger starts = new AtomicInteger();

        abstract void ensureStarted();

        void start() {
            starts.incrementAndGet();
            Schedule.pause();
            started.write(true);
        }
    }

    @Override
    public String verdict() {
        return "[starts] \nexpected: 1\n but was: 2";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        check(schedule, new Broken());
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, new Corrected());
    }

    private static void check(Schedule schedule, Service service) throws InterruptedException {
        schedule.together(service::ensureStarted, service::ensureStarted);
        assertThat(service.starts.get()).as("starts").isEqualTo(1);
    }

    private static final class Broken extends Service {

        @Override
        void ensureStarted() {
            if (!started.read()) {
                lock.lock();
                try {
                    start();
                } finally {
                    lock.unlock();
                }
            }
        }
    }

    private static final class Corrected extends Service {

        @Override
        void ensureStarted() {
            if (!started.read()) {
                lock.lock();
                try {
                    if (!started.read()) {
                        start();
                    }
                } finally {
                    lock.unlock();
                }
            }
        }
    }
}

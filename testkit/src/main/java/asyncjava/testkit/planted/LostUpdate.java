package asyncjava.testkit.planted;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Shared;
import java.util.concurrent.locks.ReentrantLock;

/// Two threads count up. Each reads the number, adds one and writes it back; when both have read before either
/// writes, one of the two counts is lost. A lock around both steps makes them one.
final class LostUpdate implements PlantedBug {

    private interface Counter {
        void increment();

        int value();
    }

    @Override
    public String verdict() {
        return "expected: 2\n but was: 1";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        check(schedule, new Broken());
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, new Corrected());
    }

    private static void check(Schedule schedule, Counter counter) throws InterruptedException {
        schedule.together(counter::increment, counter::increment);
        assertThat(counter.value()).isEqualTo(2);
    }

    private static final class Broken implements Counter {

        private final Shared<Integer> value = new Shared<>(0);

        @Override
        public void increment() {
            value.write(value.read() + 1);
        }

        @Override
        public int value() {
            return value.read();
        }
    }

    private static final class Corrected implements Counter {

        private final ReentrantLock lock = new ReentrantLock();
        private final Shared<Integer> value = new Shared<>(0);

        @Override
        public void increment() {
            lock.lock();
            try {
                value.write(value.read() + 1);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public int value() {
            return value.read();
        }
    }
}

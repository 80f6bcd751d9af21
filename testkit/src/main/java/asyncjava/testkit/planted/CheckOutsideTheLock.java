package asyncjava.testkit.planted;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Shared;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// A bounded buffer looks whether there is room, and takes its lock only to add. Two threads see
/// the last free place, one after the other they add, and the buffer holds more than it may. The
/// look belongs under the lock, to the change that relies on it.
final class CheckOutsideTheLock implements PlantedBug {

    private static final int CAPACITY = 1;

    private abstract static class Buffer {

        final ReentrantLock lock = new ReentrantLock();
        final Shared<List<String>> items = new Shared<>(List.of());

        abstract boolean offer(String item);

        boolean isFull() {
            return items.read().size() == CAPACITY;
        }

        void add(String item) {
            items.write(Stream.concat(items.read().stream(), Stream.of(item)).toList());
        }
    }

    @Override
    public String verdict() {
        return "Expected size: 1 but was: 2";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        check(schedule, new Broken());
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, new Corrected());
    }

    private static void check(Schedule schedule, Buffer buffer) throws InterruptedException {
        schedule.together(() -> buffer.offer("tea"), () -> buffer.offer("toast"));
        assertThat(buffer.items.read()).hasSize(CAPACITY);
    }

    private static final class Broken extends Buffer {

        @Override
        boolean offer(String item) {
            if (isFull()) {
                return false;
            }
            lock.lock();
            try {
                add(item);
                return true;
            } finally {
                lock.unlock();
            }
        }
    }

    private static final class Corrected extends Buffer {

        @Override
        boolean offer(String item) {
            lock.lock();
            try {
                if (isFull()) {
                    return false;
                }
                add(item);
                return true;
            } finally {
                lock.unlock();
            }
        }
    }
}

package asyncjava.testkit.planted;

import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Shared;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A hand-written lock for many readers or one writer, where writers go first. A writer that leaves wakes
/// the readers if no writer is left; but it still counts itself, so that it never wakes them. It has to
/// count itself out before it asks.
final class ReaderNeverWoken implements PlantedBug {

    @Override
    public String verdict() {
        return "A wake-up that was missed";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        check(schedule, new Broken());
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, new Corrected());
    }

    private static void check(Schedule schedule, ReadWriteLock lock) throws InterruptedException {
        Shared<Integer> price = new Shared<>(5);
        schedule.together(() -> lock.write(() -> price.write(6)), () -> lock.read(price::read));
    }

    private abstract static class ReadWriteLock {

        final Condition readable;
        final Condition writable;
        int writers;
        private final ReentrantLock lock = new ReentrantLock();
        private int readers;
        private boolean writing;

        ReadWriteLock() {
            readable = lock.newCondition();
            writable = lock.newCondition();
        }

        void read(Runnable code) {
            locked(() -> {
                while (writers > 0) {
                    readable.awaitUninterruptibly();
                }
                readers++;
            });
            code.run();
            locked(() -> {
                readers--;
                writable.signal();
            });
        }

        void write(Runnable code) {
            locked(() -> {
                writers++;
                while (readers > 0 || writing) {
                    writable.awaitUninterruptibly();
                }
                writing = true;
            });
            code.run();
            locked(() -> {
                writing = false;
                leave();
            });
        }

        abstract void leave();

        void wakeNext() {
            if (writers > 0) {
                writable.signal();
            } else {
                readable.signalAll();
            }
        }

        private void locked(Runnable code) {
            lock.lock();
            try {
                code.run();
            } finally {
                lock.unlock();
            }
        }
    }

    private static final class Broken extends ReadWriteLock {

        @Override
        void leave() {
            wakeNext();
            writers--;
        }
    }

    private static final class Corrected extends ReadWriteLock {

        @Override
        void leave() {
            writers--;
            wakeNext();
        }
    }
}

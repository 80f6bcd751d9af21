package asyncjava.testkit.planted;

import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Shared;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A thread looks whether the door is open, and takes the lock only when it has to wait. Between
/// its look and its wait the door is opened and everybody woken, and after that nobody wakes it any
/// more. Who looks and waits under one lock misses nothing.
final class LostWakeUp implements PlantedBug {

    private abstract static class Door {

        final ReentrantLock lock = new ReentrantLock();
        final Condition opened = lock.newCondition();
        final Shared<Boolean> open = new Shared<>(false);

        abstract void awaitOpen() throws InterruptedException;

        void open() {
            lock.lock();
            try {
                open.write(true);
                opened.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

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

    private static void check(Schedule schedule, Door door) throws InterruptedException {
        schedule.together(door::awaitOpen, door::open);
    }

    private static final class Broken extends Door {

        @Override
        void awaitOpen() throws InterruptedException {
            while (!open.read()) {
                lock.lock();
                try {
                    opened.await();
                } finally {
                    lock.unlock();
                }
            }
        }
    }

    private static final class Corrected extends Door {

        @Override
        void awaitOpen() throws InterruptedException {
            lock.lock();
            try {
                while (!open.read()) {
                    opened.await();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}

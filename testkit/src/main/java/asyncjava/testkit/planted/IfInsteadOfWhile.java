package asyncjava.testkit.planted;

import asyncjava.testkit.schedule.Schedule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A thread that waited for an item takes it as soon as it is woken. To be woken is not to have the
/// lock: another thread that comes along in between takes the item first, and the woken one finds
/// nothing. A loop looks once more after every wait.
final class IfInsteadOfWhile implements PlantedBug {

    private abstract static class Mailbox {

        final ReentrantLock lock = new ReentrantLock();
        final Condition filled = lock.newCondition();
        final Deque<String> letters = new ArrayDeque<>();

        abstract void awaitLetter() throws InterruptedException;

        void put(String letter) {
            lock.lock();
            try {
                letters.add(letter);
                filled.signal();
            } finally {
                lock.unlock();
            }
        }

        String take() throws InterruptedException {
            lock.lock();
            try {
                awaitLetter();
                return letters.remove();
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public String verdict() {
        return "NoSuchElementException";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        check(schedule, new Broken());
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, new Corrected());
    }

    private static void check(Schedule schedule, Mailbox mailbox) throws InterruptedException {
        schedule.together(mailbox::take, mailbox::take, () -> {
            mailbox.put("bill");
            Schedule.pause();
            mailbox.put("postcard");
        });
    }

    private static final class Broken extends Mailbox {

        @Override
        @SuppressWarnings("WaitNotInLoop")
        void awaitLetter() throws InterruptedException {
            if (letters.isEmpty()) {
                filled.await();
            }
        }
    }

    private static final class Corrected extends Mailbox {

        @Override
        void awaitLetter() throws InterruptedException {
            while (letters.isEmpty()) {
                filled.await();
            }
        }
    }
}

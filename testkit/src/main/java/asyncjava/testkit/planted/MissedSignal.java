package asyncjava.testkit.planted;

import asyncjava.testkit.schedule.Schedule;

/// One thread finishes a download and notifies, another waits to be notified. A monitor remembers
/// nothing: a notification that comes before the wait begins is gone, and the wait never ends. A
/// field that says that it is finished, looked at before each wait, remembers.
final class MissedSignal implements PlantedBug {

    private interface Download {
        void finish();

        void awaitFinish() throws InterruptedException;
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

    private static void check(Schedule schedule, Download download) throws InterruptedException {
        schedule.together(download::finish, download::awaitFinish);
    }

    private static final class Broken implements Download {

        @Override
        public synchronized void finish() {
            notifyAll();
        }

        @Override
        @SuppressWarnings("WaitNotInLoop")
        public synchronized void awaitFinish() throws InterruptedException {
            wait();
        }
    }

    private static final class Corrected implements Download {

        private boolean finished;

        @Override
        public synchronized void finish() {
            finished = true;
            notifyAll();
        }

        @Override
        public synchronized void awaitFinish() throws InterruptedException {
            while (!finished) {
                wait();
            }
        }
    }
}

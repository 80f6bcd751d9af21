package asyncjava.testkit.planted;

import asyncjava.testkit.schedule.Schedule;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/// Two workers go on round by round and meet at a barrier after each, until somebody stops them. When the
/// stop comes between the look of the one and the look of the other, one leaves, and the other waits at
/// the barrier for ever. Whether there is another round must be decided once for both: in the barrier's
/// action.
final class PartyLeavesTheBarrier implements PlantedBug {

    @Override
    public String verdict() {
        return "Somebody who should have arrived at the latch or barrier never did";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        check(schedule, new Broken());
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, new Corrected());
    }

    private static void check(Schedule schedule, Simulation simulation) throws InterruptedException {
        schedule.together(simulation::work, simulation::work, simulation::stop);
    }

    private abstract static class Simulation {

        volatile boolean stopped;

        abstract void work() throws InterruptedException, BrokenBarrierException;

        void stop() {
            stopped = true;
        }

        /// Takes its time.
        static void round() {
            Schedule.pause();
        }
    }

    private static final class Broken extends Simulation {

        private final CyclicBarrier barrier = new CyclicBarrier(2);

        @Override
        void work() throws InterruptedException, BrokenBarrierException {
            while (!stopped) {
                round();
                barrier.await();
            }
        }
    }

    private static final class Corrected extends Simulation {

        private final CyclicBarrier barrier = new CyclicBarrier(2, () -> over = stopped);
        private volatile boolean over;

        @Override
        void work() throws InterruptedException, BrokenBarrierException {
            while (!over) {
                round();
                barrier.await();
            }
        }
    }
}

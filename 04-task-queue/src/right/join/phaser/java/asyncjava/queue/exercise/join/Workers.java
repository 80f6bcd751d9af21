package asyncjava.queue.exercise.join;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;

/// Each task is a party of the phaser until it is done. The phase is over when there is none left.
public final class Workers implements AutoCloseable {

    private final ExecutorService workers;
    private final Phaser unfinished = new Phaser() {
        @Override
        protected boolean onAdvance(int phase, int registeredParties) {
            return false; // also with nobody left, it is not for the last time
        }
    };

    public Workers(int count) {
        workers = Executors.newFixedThreadPool(count, Thread.ofVirtual().factory());
    }

    public void submit(Runnable task) {
        unfinished.register();
        workers.execute(() -> {
            try {
                task.run();
            } finally {
                unfinished.arriveAndDeregister();
            }
        });
    }

    public void join() throws InterruptedException {
        int phase = unfinished.getPhase();
        if (unfinished.getUnarrivedParties() > 0) {
            unfinished.awaitAdvanceInterruptibly(phase);
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}

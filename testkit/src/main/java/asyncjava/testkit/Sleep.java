package asyncjava.testkit;

import java.util.concurrent.CountDownLatch;

/// A thread's sleep in virtual time.
///
/// It waits on a latch and not on a condition: that would tell the common pool to add a thread for the one that waits,
/// which no real sleep and no socket does.
final class Sleep {

    private final Thread thread = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean awake;

    void end() {
        over.countDown();
    }

    void await() throws InterruptedException {
        over.await();
    }

    /// The thread goes on from here, and touches the agenda no more.
    void leave() {
        awake = true;
    }

    /// Whether the thread woke up, did what there was to do, and now waits for something else or has ended.
    boolean isSettled() {
        return awake
                && switch (thread.getState()) {
                    case WAITING, TIMED_WAITING, TERMINATED -> true;
                    case NEW, RUNNABLE, BLOCKED -> false;
                };
    }
}

package asyncjava.common.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Turns Ctrl-C, and SIGTERM, into the interruption of one thread, and holds the JVM's end back until that thread has
/// cleaned up and told what it has to tell.
///
/// The JVM then ends with the status that the signal gives, 130 for Ctrl-C, whatever status the program returns.
/// Closing it lets the JVM go.
public final class CtrlC implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch cleanedUp = new CountDownLatch(1);
    private final Thread hook;

    private CtrlC(Thread worker, Duration patience) {
        hook = Thread.ofPlatform().name("ctrl-c").unstarted(() -> {
            worker.interrupt();
            try {
                // A clean-up that hangs must not make the program immortal.
                if (!cleanedUp.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    System.err.printf(
                            "Ended without a report: the clean-up took longer than %s.%n", Durations.format(patience));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Ctrl-C came before there was anything to cancel.
            worker.interrupt();
        }
    }

    /// From now on, until closed, Ctrl-C interrupts the calling thread.
    public static CtrlC interruptsThisThread() {
        return new CtrlC(Thread.currentThread(), PATIENCE);
    }

    /// The same for a thread that goes on for a while after it was interrupted.
    ///
    /// @param grace how long; after it there is as much time for the clean-up as else
    public static CtrlC interruptsThisThread(Duration grace) {
        return new CtrlC(Thread.currentThread(), grace.plus(PATIENCE));
    }

    @Override
    public void close() {
        cleanedUp.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Ctrl-C was pressed: the hook finds its latch open and ends.
            return;
        }
    }
}

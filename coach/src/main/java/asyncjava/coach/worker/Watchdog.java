package asyncjava.coach.worker;

import asyncjava.coach.worker.Message.BrokeOff;
import asyncjava.coach.worker.Message.Reason;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;

/// Ends this JVM when it has too many threads, when its time is over, or when nobody waits for it any more.
final class Watchdog implements Runnable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /// Platform threads. The tests and what they need have fewer than fifty; a fair answer may have one for
    /// each of a hundred calls.
    static final int MOST_THREADS = 500;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Optional<ProcessHandle> judge = ProcessHandle.current().parent();
    private final Thread tests = Thread.currentThread();
    private final Wire wire;
    private final int seconds;
    private final long began = System.nanoTime();

    private Watchdog(Wire wire, int seconds) {
        this.wire = wire;
        this.seconds = seconds;
    }

    /// @param seconds for how long from now the thread that calls this may go on
    static void start(Wire wire, int seconds) {
        Thread watchdog = new Thread(new Watchdog(wire, seconds), "watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
    }

    @Override
    public void run() {
        try {
            while (judge.isEmpty() || judge.get().isAlive()) {
                int now = threads.getThreadCount();
                if (now > MOST_THREADS) {
                    end(new BrokeOff(Reason.TOO_MANY_THREADS, now, ""));
                }
                if (System.nanoTime() - began > Duration.ofSeconds(seconds).toNanos()) {
                    end(new BrokeOff(Reason.TOO_LONG, seconds, Stacks.frames(tests.getStackTrace())));
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException notOurs) {
            // Whoever interrupts the watchdog wants to be rid of it.
            Thread.currentThread().interrupt();
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    private void end(BrokeOff why) {
        try {
            wire.send(why);
        } catch (IOException nobodyListens) {
            // This JVM ends all the same.
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}

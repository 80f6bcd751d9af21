package asyncjava.coach.worker;

import asyncjava.coach.worker.Message.BrokeOff;
import asyncjava.coach.worker.Message.Reason;
import asyncjava.coach.worker.Message.Run;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Ends this JVM when it has too many threads, when its time is over, or when nobody waits for it any more.
final class Watchdog implements Runnable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Thread tests = Thread.currentThread();
    private final Optional<ProcessHandle> judge;
    private final Wire wire;
    private final Run limits;
    private final long began = System.nanoTime();

    private Watchdog(Optional<ProcessHandle> judge, Wire wire, Run limits) {
        this.judge = judge;
        this.wire = wire;
        this.limits = limits;
    }

    /// @param judge whose end is this JVM's, and that of all it has started
    /// @param limits how long the thread that calls this may go on from now, and how many there may be
    static void start(Optional<ProcessHandle> judge, Wire wire, Run limits) {
        Thread watchdog = new Thread(new Watchdog(judge, wire, limits), "watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
    }

    @Override
    public void run() {
        try {
            while (judge.isEmpty() || judge.get().isAlive()) {
                int now = threads.getThreadCount();
                if (now > limits.threads()) {
                    end(new BrokeOff(Reason.TOO_MANY_THREADS, now, ""));
                }
                if (System.nanoTime() - began
                        > Duration.ofSeconds(limits.seconds()).toNanos()) {
                    end(new BrokeOff(Reason.TOO_LONG, limits.seconds(), Stacks.frames(tests.getStackTrace())));
                }
                pause();
            }
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    /// Nobody has a reason to interrupt this thread but to be rid of it.
    private static void pause() {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        Thread.interrupted();
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

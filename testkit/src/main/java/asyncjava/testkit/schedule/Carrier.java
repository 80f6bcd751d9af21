package asyncjava.testkit.schedule;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The platform thread on which the threads of one run take turns, and a watch over it: whoever never lets
/// go of its turn holds up all others, and nothing but a look from outside can tell.
final class Carrier {

    /// Of processor time, so that a busy machine is not taken for a busy loop.
    private static final Duration LONGEST_TURN = Duration.ofSeconds(2);

    /// Of real time, for a turn that only waits: in native code, or while a class is initialised.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    static final String NAME = "carrier";

    private static final long BETWEEN_LOOKS = 100;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final SeededRun run;
    private final FutureTask<Played> play;
    private final Thread thread;

    private int turn;
    private long sinceNanos;
    private long sinceCpuNanos;

    private Carrier(SeededRun run, Scenario scenario) {
        this.run = run;
        play = new FutureTask<>(() -> run.play(scenario));
        thread = Thread.ofPlatform().name(NAME).daemon().unstarted(play);
    }

    /// Runs a scenario to its end.
    ///
    /// @return the turns up to there, and what was wrong
    static Played play(SeededRun run, Scenario scenario) throws InterruptedException {
        Carrier carrier = new Carrier(run, scenario);
        try {
            return carrier.watch();
        } finally {
            carrier.run.abandon();
        }
    }

    private Played watch() throws InterruptedException {
        thread.start();
        beginTurn();
        while (true) {
            try {
                return play.get(BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                Optional<Actor> stuck = run.scheduler().running().filter(_ -> isTooLong());
                if (stuck.isPresent()) {
                    Failure failure = Failure.unrepeatable(Unfinished.neverLetsGo(stuck.get(), isSpinning()));
                    return new Played(Optional.of(failure), run.scheduler().steps());
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("the explorer itself failed", e.getCause());
            }
        }
    }

    private boolean isTooLong() {
        if (run.scheduler().turns() != turn) {
            beginTurn();
        }
        return isSpinning() || System.nanoTime() - sinceNanos > LONGEST_WAIT.toNanos();
    }

    private boolean isSpinning() {
        return cpuNanos() - sinceCpuNanos > LONGEST_TURN.toNanos();
    }

    private void beginTurn() {
        turn = run.scheduler().turns();
        sinceNanos = System.nanoTime();
        sinceCpuNanos = cpuNanos();
    }

    private long cpuNanos() {
        return THREADS.getThreadCpuTime(thread.threadId());
    }
}

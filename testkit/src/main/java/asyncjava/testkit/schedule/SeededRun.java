package asyncjava.testkit.schedule;

import asyncjava.testkit.VirtualTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One run of a scenario, on the schedule of one seed.
final class SeededRun {

    /// Nobody pauses so often; but a loop that waits for something and yields may do so for ever.
    static final int MOST_STEPS = 50_000;

    private static final int STEPS_TO_CLEAN_UP = 1_000;
    private static final String TIME = "time";

    private final SeededScheduler scheduler;
    private final boolean places;
    private final Outside outside;
    private final VirtualTime time;
    private final Schedule schedule;
    private @Nullable Thread timeMover;
    private volatile boolean over;

    /// @param places whether to note where each step ended
    SeededRun(JdkThreads jdk, long seed, boolean places, Outside outside) {
        scheduler = new SeededScheduler(jdk, seed, places);
        this.places = places;
        this.outside = outside;
        time = VirtualTime.startWithReactor(task -> scheduler.startOwn("reactor", task));
        schedule = new Schedule(
                scheduler.threads().factory(),
                time,
                thread -> scheduler.actors().find(thread).isPresent());
    }

    SeededScheduler scheduler() {
        return scheduler;
    }

    /// Runs the scenario to its end, or until nothing goes on any more.
    ///
    /// @return the turns up to there, and what was wrong
    Played play(Scenario scenario) throws InterruptedException {
        FutureTask<Void> main = new FutureTask<>(() -> {
            scenario.run(schedule);
            return null;
        });
        scheduler.carryHere();
        Thread thread = scheduler.threads().name("main").start(main);
        try {
            boolean goesOn = true;
            while (thread.isAlive() && goesOn && scheduler.turns() < MOST_STEPS) {
                // What comes from outside may be that somebody out there waits for the time.
                goesOn = scheduler.step() || letTimePass() || outside.letsSomebodyGoOn(scheduler) || letTimePass();
            }
            Optional<Failure> failure = verdict(main);
            return new Played(failure, places ? stepsWithEnds() : scheduler.steps());
        } finally {
            cleanUp();
        }
    }

    /// Ends what the run holds, also where a thread never let go of its turn and the run has no end.
    void abandon() {
        over = true;
        scheduler.running().ifPresent(actor -> actor.thread().interrupt());
        scheduler.close();
        time.close();
    }

    private List<Step> stepsWithEnds() {
        return scheduler.steps().stream()
                .map(step -> step.endingWith(schedule.thrownOn(step.actor().thread())))
                .toList();
    }

    private Optional<Failure> verdict(FutureTask<Void> main) throws InterruptedException {
        if (scheduler.turns() >= MOST_STEPS) {
            return Optional.of(Failure.of(Unfinished.stillGoing(scheduler)));
        }
        return switch (main.state()) {
            case RUNNING ->
                Optional.of(Failure.of(
                                outside.isOutOfPatience()
                                        ? Unfinished.stillWaiting(scheduler)
                                        : Unfinished.stuck(scheduler))
                        .with(schedule.unnoticedFailures()));
            case FAILED -> Optional.of(Failure.of(main.exceptionNow()).with(schedule.unnoticedFailures()));
            case SUCCESS, CANCELLED ->
                schedule.unnoticedFailures().stream().findFirst().or(this::leftRunning);
        };
    }

    // A thread that has come out of the code under test is as good as ended; to be idle in a pool is not. The one that
    // moves the time is the test's: what is called from there ends when it returns.
    private Optional<Failure> leftRunning() {
        List<Actor> atWork = scheduler.actors().unfinished().stream()
                .filter(actor -> !actor.thread().equals(timeMover))
                .filter(Unfinished::isAtWork)
                .toList();
        if (!atWork.isEmpty()) {
            return Optional.of(Failure.of(Unfinished.leftRunning(scheduler, atWork)));
        }
        try {
            drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<Actor> idle = scheduler.actors().unfinished().stream()
                .filter(actor -> !actor.own())
                .toList();
        return idle.isEmpty() ? Optional.empty() : Optional.of(Failure.of(Unfinished.leftIdle(scheduler, idle)));
    }

    private void cleanUp() throws InterruptedException {
        over = true;
        scheduler.actors().unfinished().forEach(actor -> actor.thread().interrupt());
        time.close();
        drain();
        scheduler.close();
    }

    private void drain() throws InterruptedException {
        int most = scheduler.turns() + STEPS_TO_CLEAN_UP;
        while (scheduler.turns() < most && scheduler.step()) {}
    }

    private boolean letTimePass() throws InterruptedException {
        if (time.scheduled() + time.sleepers() == 0) {
            return false;
        }
        if (timeMover == null) {
            timeMover = scheduler.startOwn(TIME, this::moveTime);
        } else if (LockSupport.getBlocker(timeMover) == this) {
            LockSupport.unpark(timeMover);
        }
        return scheduler.step();
    }

    // Tasks of virtual time run here, and may wait, so that this may be busy when it is told to go on.
    private void moveTime() {
        while (!over) {
            // Somebody from outside may have let another go on since this was told to.
            if (!scheduler.isAnybodyReady()) {
                time.advanceToNext();
            }
            LockSupport.park(this);
        }
    }
}

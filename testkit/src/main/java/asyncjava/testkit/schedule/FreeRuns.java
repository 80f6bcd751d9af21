package asyncjava.testkit.schedule;

import asyncjava.testkit.OtherThreads;
import asyncjava.testkit.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;

/// Runs as the machine happens to schedule them, where the JVM lets nobody else decide. What fails here is
/// wrong all the same; what does not has only been lucky.
final class FreeRuns implements Runs {

    private static final int LOOKS = 3;

    @Override
    public Played play(Scenario scenario, long seed, boolean places) throws InterruptedException {
        try (VirtualTime time = VirtualTime.startWithReactor(Thread::startVirtualThread)) {
            Schedule schedule = new Schedule(Thread.ofVirtual().factory(), time, _ -> false);
            FutureTask<Void> main = new FutureTask<>(() -> {
                scenario.run(schedule);
                return null;
            });
            Thread thread = Thread.ofVirtual().name("main").unstarted(main);
            Optional<Failure> hangs = await(thread, time);
            return new Played(hangs.or(() -> failureOf(main, schedule)), List.of());
        }
    }

    @Override
    public Set<String> outside() {
        return Set.of();
    }

    private static Optional<Failure> await(Thread main, VirtualTime time) throws InterruptedException {
        OtherThreads others = OtherThreads.watch();
        main.start();
        long since = System.nanoTime();
        int looks = 0;
        while (!main.join(Duration.ofMillis(1))) {
            looks = others.areAtRest() ? looks + 1 : 0;
            if (looks >= LOOKS && time.scheduled() + time.sleepers() > 0) {
                var _ = Thread.startVirtualThread(time::advanceToNext);
                since = System.nanoTime();
                looks = 0;
            } else if (looks >= LOOKS && System.nanoTime() - since > Outside.PATIENCE.toNanos()) {
                String where = Place.of(main).at();
                main.interrupt();
                return Optional.of(Failure.of("Nothing has gone on for %d s, and the scenario still waits, at %s."
                        .formatted(Outside.PATIENCE.toSeconds(), where)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Failure> failureOf(FutureTask<Void> main, Schedule schedule) {
        return main.state() == FutureTask.State.FAILED
                ? Optional.of(Failure.of(main.exceptionNow()))
                : schedule.unnoticedFailures().stream().findFirst();
    }
}

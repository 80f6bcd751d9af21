package asyncjava.testkit.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One exploration: the runs of a scenario, seed after seed.
final class Exploration {

    private final Runs runs;
    private final Scenario scenario;

    Exploration(Runs runs, Scenario scenario) {
        this.runs = runs;
        this.scenario = scenario;
    }

    /// Stops when time is over.
    ///
    /// @param test how to name the calling test on a command line
    /// @throws AssertionError at the first seed that fails
    Explored untilOneFails(List<Long> seeds, Duration limit, String test) throws InterruptedException {
        long began = System.nanoTime();
        long steps = 0;
        int passed = 0;
        for (long seed : seeds) {
            if (passed > 0 && System.nanoTime() - began > limit.toNanos()) {
                break;
            }
            Played played = runs.play(scenario, seed, false);
            if (played.failure().isPresent()) {
                boolean repeatable = played.failure().get().repeatable();
                Played again = repeatable ? runs.play(scenario, seed, true) : played;
                throw Report.of(seed, passed, played, again, runs.outside(), test);
            }
            steps += played.steps().size();
            passed++;
        }
        return new Explored(passed, steps, runs.outside());
    }

    /// All seeds that fail.
    List<Long> failing(List<Long> seeds) throws InterruptedException {
        List<Long> failing = new ArrayList<>();
        for (long seed : seeds) {
            if (runs.play(scenario, seed, false).failure().isPresent()) {
                failing.add(seed);
            }
        }
        return failing;
    }
}

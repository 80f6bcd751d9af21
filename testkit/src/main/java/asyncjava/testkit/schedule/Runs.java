package asyncjava.testkit.schedule;

import java.util.Set;

/// A way to run a scenario, once for each seed.
interface Runs {

    /// Runs it once.
    ///
    /// @param places whether to note where each turn ended
    Played play(Scenario scenario, long seed, boolean places) throws InterruptedException;

    /// The names of the threads that took part without being in any schedule.
    Set<String> outside();
}

package asyncjava.testkit.schedule;

import java.util.Set;

/// Runs on schedules that the seeds decide.
final class SeededRuns implements Runs {

    private final JdkThreads jdk;
    private final Outside outside = new Outside();

    SeededRuns(JdkThreads jdk) {
        this.jdk = jdk;
    }

    @Override
    public Played play(Scenario scenario, long seed, boolean places) throws InterruptedException {
        SeededRun run = new SeededRun(jdk, seed, places, outside);
        Played played = Carrier.play(run, scenario);
        outside.note(run.scheduler());
        return played;
    }

    @Override
    public Set<String> outside() {
        return outside.names();
    }
}

package asyncjava.testkit.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a scenario on many schedules, and stops at the first on which it fails.
///
/// A schedule is the order in which the threads of the scenario take turns. A thread keeps its turn until
/// it waits, calls [Thread#yield()] or ends; then the seed picks who is next, each of those that can go on
/// being as likely as any other. The same seed makes the same picks, so that what failed once fails again:
/// on any machine, however busy.
///
/// A run fails when the scenario throws, and also when nothing can go on before it has ended, when threads
/// are left behind by it, when a loop never lets go of its turn, or when a [Started] failed and nobody
/// asked. The error says which seed it was, draws the turns that led there, and how to run that schedule
/// alone: with the system property `schedule.seed`.
///
/// What it cannot see is in `docs/schedules.md`, first of all this: no turn ends between a read of a plain
/// field and the write that follows. Put a [Shared] where one may.
public final class Explorer {

    /// How many schedules are run unless told otherwise.
    public static final int DEFAULT_SEEDS = 200;

    /// The system property that names the one seed to run.
    static final String SEED = "schedule.seed";

    private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(30);

    /// Reactor's schedulers, and what runs beside the schedules, are the whole JVM's.
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private static final Pattern TEST = Pattern.compile(".*Test(\\$.*)?");

    private static final Logger LOG = LoggerFactory.getLogger(Explorer.class);

    private final int seeds;
    private final Duration limit;

    private Explorer(int seeds, Duration limit) {
        if (seeds < 1) {
            throw new IllegalArgumentException("seeds must be at least 1, was " + seeds);
        }
        this.seeds = seeds;
        this.limit = limit;
    }

    /// Runs a scenario on [#DEFAULT_SEEDS] schedules, or on as many as half a minute allows.
    ///
    /// @throws AssertionError at the first schedule on which it fails
    public static Explored explore(Scenario scenario) {
        return seeds(DEFAULT_SEEDS).each(scenario);
    }

    /// An explorer of so many schedules.
    public static Explorer seeds(int seeds) {
        return new Explorer(seeds, DEFAULT_LIMIT);
    }

    /// The same, which begins no further schedule once so much time is over.
    public Explorer within(Duration limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException("limit must not be negative, was " + limit);
        }
        return new Explorer(seeds, limit);
    }

    /// Runs a scenario on each schedule.
    ///
    /// @throws AssertionError at the first on which it fails
    public Explored each(Scenario scenario) {
        List<Long> order = onlySeed().map(List::of).orElseGet(this::allSeeds);
        String test = callingTest();
        return alone(runs -> new Exploration(runs, scenario).untilOneFails(order, limit, test));
    }

    /// All the seeds on whose schedules the scenario fails, however long that takes.
    public List<Long> failing(Scenario scenario) {
        return alone(runs -> new Exploration(runs, scenario).failing(allSeeds()));
    }

    /// The one that somebody has asked for, with all of its turns.
    static Optional<Long> onlySeed() {
        String seed = System.getProperty(SEED);
        try {
            return Optional.ofNullable(seed).map(Long::valueOf);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s must be a whole number, was \"%s\"".formatted(SEED, seed), e);
        }
    }

    private List<Long> allSeeds() {
        return LongStream.range(0, seeds).boxed().toList();
    }

    /// The test that calls, as Maven wants it named; empty where none does.
    private static String callingTest() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(
                                frame -> TEST.matcher(frame.getClassName()).matches())
                        .filter(frame -> !frame.getMethodName().startsWith("lambda$"))
                        .map(frame -> "'-Dtest=%s#%s' "
                                .formatted(frame.getClassName().replaceFirst(".*\\.", ""), frame.getMethodName()))
                        .reduce("", (_, outermost) -> outermost));
    }

    private static <T> T alone(Job<T> job) {
        if (Thread.currentThread().isVirtual() && ONE_AT_A_TIME.isLocked()) {
            throw new IllegalStateException("an explorer was called inside a scenario");
        }
        ONE_AT_A_TIME.lock();
        try {
            return job.on(runs());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while exploring schedules", e);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static Runs runs() {
        try {
            return new SeededRuns(JdkThreads.open());
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn(
                    "Schedules cannot be explored, so that the scenario is run as the machine happens to schedule it: {}."
                            + " The JVM needs --add-opens java.base/java.lang=ALL-UNNAMED, and to be a JDK 25.",
                    e.toString());
            return new FreeRuns();
        }
    }

    private interface Job<T> {
        T on(Runs runs) throws InterruptedException;
    }
}

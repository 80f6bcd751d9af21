package asyncjava.testkit.schedule;

import asyncjava.testkit.OtherThreads;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What runs beside the schedules, on platform threads and by real timers. No seed decides what it does;
/// but a thread of a schedule may wait for it, and is not stuck as long as it may come.
final class Outside {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration AS_GOOD_AS_NONE = Duration.ofHours(1);
    /// A platform thread that was told to go on looks at rest until a busy machine lets it.
    private static final int LOOKS_AT_THREADS = 100;
    /// What was handed to a pool, or to its timer, a moment ago does not show in its counts yet.
    private static final int LOOKS_AT_POOLS = 20;

    private static final Pattern OF_THE_JVM = Pattern.compile("system|InnocuousThreadGroup");
    private static final Pattern OF_THE_TEST_RUN = Pattern.compile("(surefire|junit)-.*");
    private static final Pattern TIMER_OF_FUTURES = Pattern.compile("(?i).*delayscheduler.*");

    private static final Pattern TIMERS = Pattern.compile("(?i).*(delayscheduler|unparker).*");
    private static final Set<String> WAITS_FOR_WORK = Set.of("awaitWork", "getTask");

    private final OtherThreads others = OtherThreads.watch();
    private final Thread explorer = Thread.currentThread();
    private final Set<Thread> before = Set.copyOf(platformThreads());
    private final Set<String> names = new TreeSet<>();
    private boolean outOfPatience;

    /// Waits, in real time, until something from outside lets a thread of the schedule go on, or waits for
    /// virtual time.
    ///
    /// @return whether it has; not when everything outside is at rest as well, or has not come to it in 10
    /// seconds
    boolean letsSomebodyGoOn(SeededScheduler scheduler) throws InterruptedException {
        long began = System.nanoTime();
        int restful = mayCome(scheduler) ? 0 : 1;
        outOfPatience = false;
        while (restful <= looksNeeded() && !outOfPatience) {
            if (scheduler.awaitReady(1)) {
                return true;
            }
            restful = mayCome(scheduler) ? 0 : restful + 1;
            outOfPatience = restful == 0 && System.nanoTime() - began > PATIENCE.toNanos();
        }
        return scheduler.settle();
    }

    /// How many looks in a row have to find nothing that may come.
    private int looksNeeded() {
        if (isThere(thread -> !isOfIdlePool(thread))) {
            return LOOKS_AT_THREADS;
        }
        return isThere(_ -> true) ? LOOKS_AT_POOLS : 0;
    }

    private boolean mayCome(SeededScheduler scheduler) {
        List<Actor> waiting = scheduler.actors().unfinished();
        if (waiting.stream().anyMatch(actor -> isTimed(actor, scheduler)) || waitsForMonitorFromOutside(waiting)) {
            return true;
        }
        return isThere(thread -> !isOfIdlePool(thread))
                ? platformThreads().stream().anyMatch(this::isTimer)
                        || !others.areAtRest(waiting.stream().map(Actor::thread).toList())
                : waiting.stream().anyMatch(Outside::joinsPlatformThread);
    }

    /// Whether the last wait ended though something may still have come.
    boolean isOutOfPatience() {
        return outOfPatience;
    }

    /// Whether there is such a platform thread, besides those that run the test.
    private boolean isThere(Predicate<Thread> which) {
        return platformThreads().stream()
                .filter(thread -> !thread.equals(explorer)
                        && !thread.equals(Thread.currentThread())
                        && !OF_THE_TEST_RUN.matcher(thread.getName()).matches())
                .anyMatch(which);
    }

    // Such as the common pool with its timer, and the pool that carries the virtual threads of no schedule.
    private static boolean isOfIdlePool(Thread thread) {
        ForkJoinPool pool = thread instanceof ForkJoinWorkerThread worker ? worker.getPool() : null;
        return pool != null
                ? pool.isQuiescent()
                : TIMER_OF_FUTURES.matcher(thread.getName()).matches()
                        && ForkJoinPool.commonPool().getDelayedTaskCount() == 0;
    }

    /// Keeps the names of those that were seen beside one run, now that it is over, and waits no more for
    /// those whom no interrupt could end.
    void note(SeededScheduler scheduler) {
        scheduler.actors().unfinished().forEach(actor -> OtherThreads.giveUp(actor.thread()));
        scheduler.outside().stream().map(Outside::inShort).forEach(names::add);
        platformThreads().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> !name.equals(Carrier.NAME))
                .map(Outside::inShort)
                .forEach(names::add);
    }

    Set<String> names() {
        return names;
    }

    // A limit that is so far off is none: `ExecutorService.close` waits for a day, again and again.
    private static boolean isTimed(Actor actor, SeededScheduler scheduler) {
        return actor.thread().getState() == Thread.State.TIMED_WAITING
                && scheduler.limitOf(actor).compareTo(AS_GOOD_AS_NONE) < 0;
    }

    // A monitor that no thread of the schedule holds is on its way, such as that of a platform thread
    // which has just ended and was waited for with join().
    private static boolean waitsForMonitorFromOutside(List<Actor> actors) {
        Monitors monitors = Monitors.of(actors);
        return actors.stream()
                .anyMatch(actor -> actor.thread().getState() == Thread.State.BLOCKED
                        && monitors.ownerOfWhatBlocks(actor).isEmpty());
    }

    // Whoever joins a platform thread is woken by its very end; where there is none any more, that is on its way.
    private static boolean joinsPlatformThread(Actor actor) {
        List<String> methods = Arrays.stream(actor.thread().getStackTrace())
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .toList();
        return methods.contains("java.lang.Thread.join") && methods.contains("java.lang.Object.wait");
    }

    /// Whether a thread waits for the moment of some delayed task, and not just for work.
    private boolean isTimer(Thread thread) {
        return !thread.equals(Thread.currentThread())
                && thread.getState() == Thread.State.TIMED_WAITING
                && (!before.contains(thread)
                        || TIMER_OF_FUTURES.matcher(thread.getName()).matches())
                && Arrays.stream(thread.getStackTrace())
                        .noneMatch(frame -> WAITS_FOR_WORK.contains(frame.getMethodName()));
    }

    private static Collection<Thread> platformThreads() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] found = new Thread[root.activeCount() * 2 + 16];
        int count = root.enumerate(found);
        Set<Thread> threads = new HashSet<>(Arrays.asList(found).subList(0, count));
        threads.removeIf(Outside::isOfTheJvmOrEnded);
        return threads;
    }

    private static boolean isOfTheJvmOrEnded(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group == null || OF_THE_JVM.matcher(group.getName()).matches();
    }

    // Pools count their threads on and on.
    private static String inShort(String name) {
        return TIMERS.matcher(name).matches() ? "timers in real time" : name.replaceAll("\\d+", "*");
    }
}

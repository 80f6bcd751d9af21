package asyncjava.testkit;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The threads that come to work while a test runs, virtual ones too: whether they are all at rest, so that
/// what has not happened by now does not happen by itself.
///
/// A thread is at rest when it waits, for another thread or for bytes from a socket, or has ended. Those
/// that ran already when the watch began may never rest, and do not count until they were seen at rest, nor
/// do those of the JVM itself.
public final class OtherThreads {

    private static final Set<String> GROUPS_OF_THE_JVM = Set.of("system", "InnocuousThreadGroup", "CarrierThreads");
    private static final Set<String> AT_REST = Set.of("WAITING", "TIMED_WAITING", "TERMINATED");

    private static final Pattern WAITS_FOR_BYTES = Pattern.compile(
            "(sun\\.nio\\.ch\\.|io\\.netty\\.channel\\.(epoll|kqueue)\\.Native).*\\.(\\w*[wW]ait\\w*|\\w*[pP]oll\\w*|accept|read0)");

    /// Workers that wait for work, and only end when none comes.
    private static final Pattern WITHOUT_WORK = Pattern.compile(
            "ForkJoinPool\\.awaitWork|(Blocking(Deque|Queue)|SynchronousQueue)\\.poll\\(.*\\R.*ThreadPoolExecutor\\.getTask");
    /// Threads that look after others. The alarms of virtual threads are seen where they are set.
    private static final Pattern LOOKS_AFTER_OTHERS = Pattern.compile(
            "watchdog|Common-Cleaner|junit-.*|boundedElastic-evictor-.*|VirtualThread-un.*|ForkJoinPool-1-delayScheduler");

    /// Bytes on their way from one socket to another are in no thread.
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);
    /// Some threads never rest.
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private static final Set<Long> GIVEN_UP = ConcurrentHashMap.newKeySet();

    private final Set<Long> thereBefore =
            Thread.getAllStackTraces().keySet().stream().map(Thread::threadId).collect(Collectors.toSet());
    private final Set<Long> atWorkBefore = ConcurrentHashMap.newKeySet();
    private final Set<String> atWorkOnLinux = ConcurrentHashMap.newKeySet();

    private final Set<String> onLinuxBefore =
            LinuxThreads.now().map(LinuxThreads::withoutPools).orElse(Set.of());

    private OtherThreads() {
        atWorkBefore.addAll(atWork());
        if (!atWorkBefore.isEmpty()) {
            LinuxThreads.now().map(LinuxThreads::busy).ifPresent(atWorkOnLinux::addAll);
        }
    }

    /// Begins the watch.
    public static OtherThreads watch() {
        return new OtherThreads();
    }

    /// From now on no watch counts a thread that will never end, such as one of two that wait for each
    /// other's monitor.
    public static void giveUp(Thread thread) {
        GIVEN_UP.add(thread.threadId());
    }

    /// A look at one after another: whoever was handed work by a thread that was looked at later may be
    /// overlooked, and a platform thread that was told to go on but has not come to it yet. To be sure,
    /// look again a little later.
    public boolean areAtRest() {
        return areAtRest(Set.of());
    }

    /// The same, apart from some of which the caller knows better.
    public boolean areAtRest(Collection<Thread> butThese) {
        Set<Long> atWork = atWork();
        atWorkBefore.retainAll(atWork);
        atWork.removeAll(atWorkBefore);
        butThese.forEach(thread -> atWork.remove(thread.threadId()));
        return atWork.isEmpty();
    }

    /// Waits until all are at rest, so that what has not happened by now does not happen by itself. Where
    /// threads never rest, it goes on after 5 seconds.
    public void awaitRest() throws InterruptedException {
        Rest rest = new Rest(this, BETWEEN_LOOKS);
        Patience.Wait wait = new Patience(AT_MOST, Duration.ZERO).begin();
        while (!rest.isReached() && !wait.isOver()) {
            rest.pause();
        }
    }

    /// What Linux says of them; empty on other systems.
    Optional<LinuxThreads> onLinux() {
        Optional<LinuxThreads> now = LinuxThreads.now();
        if (!atWorkOnLinux.isEmpty()) {
            now.map(LinuxThreads::atWork).ifPresent(atWorkOnLinux::retainAll);
        }
        return now.map(threads -> threads.without(atWorkOnLinux));
    }

    /// Those of them that came after the watch began.
    LinuxThreads newOnes(LinuxThreads onLinux) {
        return onLinux.without(onLinuxBefore);
    }

    /// The same as [#areAtRest()], by what Linux says, which overlooks nobody who was told to go on.
    boolean areAtRest(LinuxThreads onLinux) {
        return onLinux.atWork().isEmpty() && atWorkBefore.containsAll(platformThreadsAtWork());
    }

    /// Whether something may happen though all are at rest: one of them waits for a time to be over, such
    /// as in a sleep, or for bytes, which may come from afar or not come in time; or another process has
    /// its part in it.
    boolean mayGoOn() {
        return System.getProperties().stringPropertyNames().stream()
                        .anyMatch(name -> name.startsWith("asyncjava.lent."))
                || Thread.getAllStackTraces().entrySet().stream()
                        .anyMatch(
                                thread -> !thereBefore.contains(thread.getKey().threadId())
                                        && thread.getKey().getState() == Thread.State.RUNNABLE
                                        && waitsForBytes(thread.getValue()))
                || haveSetAnAlarm();
    }

    private boolean haveSetAnAlarm() {
        long me = Thread.currentThread().threadId();
        return ThreadDump.now().threads().stream()
                .filter(thread -> thread.id() != me && !thereBefore.contains(thread.id()))
                .filter(thread -> !GIVEN_UP.contains(thread.id()))
                .filter(thread -> thread.state().equals("TIMED_WAITING"))
                .anyMatch(thread -> !LOOKS_AFTER_OTHERS.matcher(thread.name()).matches()
                        && !WITHOUT_WORK.matcher(thread.stack()).find());
    }

    private static Set<Long> atWork() {
        Set<Long> found = platformThreadsAtWork();
        ThreadDump.now().virtualThreads().stream()
                .filter(thread -> !AT_REST.contains(thread.state()))
                .forEach(thread -> found.add(thread.id()));
        found.removeAll(GIVEN_UP);
        return found;
    }

    private static Set<Long> platformThreadsAtWork() {
        Set<Long> found = new HashSet<>();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            ThreadGroup group = thread.getThreadGroup();
            if (group != null && !GROUPS_OF_THE_JVM.contains(group.getName()) && isAtWork(thread, stack)) {
                found.add(thread.threadId());
            }
        });
        // A thread's own look at itself says nothing of the others.
        found.remove(Thread.currentThread().threadId());
        return found;
    }

    private static boolean isAtWork(Thread thread, StackTraceElement[] stack) {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> false;
            case RUNNABLE -> !waitsForBytes(stack);
            case NEW, BLOCKED -> true;
        };
    }

    /// To the JVM a thread is runnable that waits in the system: an event loop in its selector, a reader at
    /// its socket.
    private static boolean waitsForBytes(StackTraceElement[] stack) {
        return stack.length > 0
                && stack[0].isNativeMethod()
                && WAITS_FOR_BYTES
                        .matcher(stack[0].getClassName() + "." + stack[0].getMethodName())
                        .matches();
    }
}

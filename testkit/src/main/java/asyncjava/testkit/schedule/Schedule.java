package asyncjava.testkit.schedule;

import asyncjava.common.timeline.Timeline;
import asyncjava.testkit.VirtualTime;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One schedule of a scenario: what the code under test is handed to run on.
///
/// The scenario itself runs on a thread of the schedule, and every virtual thread that is started from
/// there is one too, whoever starts it: `Thread.ofVirtual`, `Executors.newVirtualThreadPerTaskExecutor`,
/// `StructuredTaskScope`, Reactor's schedulers. Only platform threads, those of the common pool among them,
/// run beside it.
public final class Schedule {

    private final ThreadFactory threads;
    private final VirtualTime time;
    private final Predicate<Thread> mine;
    private final List<Started<?>> started = new ArrayList<>();
    private final AtomicLong events = new AtomicLong();
    private final Timeline timeline = Timeline.on(() -> TimeUnit.MILLISECONDS.toNanos(events.getAndIncrement()));

    /// @param mine which threads take their turns as this schedule says
    Schedule(ThreadFactory threads, VirtualTime time, Predicate<Thread> mine) {
        this.threads = threads;
        this.time = time;
        this.mine = mine;
    }

    /// A piece of code that may fail.
    @FunctionalInterface
    public interface Code {
        void run() throws Exception;
    }

    /// Here the schedule may give the turn to another thread. A collaborator that a test hands in calls it
    /// wherever the real one would take time; without a schedule it does no harm.
    @SuppressWarnings("ThreadPriorityCheck")
    public static void pause() {
        Thread.yield();
    }

    /// The same elements in a list that takes its time over each: whoever goes through it may be overtaken
    /// by what it has started on the way.
    public static <T> List<T> pausing(List<T> list) {
        return new AbstractList<>() {
            @Override
            public T get(int index) {
                pause();
                return list.get(index);
            }

            @Override
            public int size() {
                return list.size();
            }
        };
    }

    /// Starts code on a thread of its own. A failure that nobody asks for fails the scenario.
    public <T extends @Nullable Object> Started<T> start(String name, Callable<T> code) {
        Started<T> one = Started.start(name, code, threads);
        started.add(one);
        return one;
    }

    /// Starts code on a thread of its own.
    public Started<@Nullable Void> run(String name, Code code) {
        return start(name, () -> {
            code.run();
            return null;
        });
    }

    /// Starts each on a thread of its own, `one`, `two` and so on, and waits for all.
    ///
    /// @throws AssertionError when some of them failed: what the first of them threw, the others suppressed
    public void together(Code... codes) throws InterruptedException {
        List<Started<@Nullable Void>> all = new ArrayList<>();
        for (Code code : codes) {
            all.add(run(Numbers.inWords(all.size() + 1), code));
        }
        AssertionError failed = null;
        for (Started<@Nullable Void> each : all) {
            try {
                each.result();
            } catch (AssertionError e) {
                if (failed == null) {
                    failed = e;
                } else {
                    failed.addSuppressed(e);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    /// Makes threads of this schedule, for a pool: `Executors.newFixedThreadPool(2, schedule.threads())`.
    public ThreadFactory threads() {
        return threads;
    }

    /// A new executor with a thread for every task. Whoever asks for it closes it.
    public ExecutorService executor() {
        return Executors.newThreadPerTaskExecutor(threads);
    }

    /// Whether the calling thread takes its turns as this schedule says. One that runs beside it may be
    /// held up anywhere, also between a look at a field and what follows from it: what comes too late on
    /// such a thread may be right.
    public boolean decidesHere() {
        return mine.test(Thread.currentThread());
    }

    /// A virtual time for this schedule alone. Whenever no thread can go on, it moves to the next moment at
    /// which one wakes or a task is due; tasks run on a thread of the schedule.
    public VirtualTime time() {
        return time;
    }

    /// A timeline for this schedule alone. It does not go by time: every start and every end of a span
    /// comes one millisecond after the event before.
    public Timeline timeline() {
        return timeline;
    }

    /// What the code has thrown that was started on this thread.
    Optional<Throwable> thrownOn(Thread thread) {
        return started.stream()
                .filter(one -> one.thread().equals(thread))
                .findAny()
                .flatMap(Started::thrown);
    }

    List<Failure> unnoticedFailures() {
        return started.stream().flatMap(one -> one.unnoticedFailure().stream()).toList();
    }
}

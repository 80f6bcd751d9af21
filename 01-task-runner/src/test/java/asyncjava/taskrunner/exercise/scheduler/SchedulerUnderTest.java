package asyncjava.taskrunner.exercise.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Caller;
import asyncjava.testkit.VirtualTime;
import asyncjava.testkit.VirtualTimeMover;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;

/// The learner's scheduler in virtual time, which Reactor goes by too. Each call to it is made on a
/// thread of its own, and so is each step of the time, since any of them may hang.
///
/// The scheduler may plan on the timer late, from threads of its own: so before time passes something
/// must be planned, and whoever waits here lets the timer go on with what is due.
final class SchedulerUnderTest {

    private final VirtualTime time = VirtualTime.startWithReactor();
    private final VirtualTimeMover mover = VirtualTimeMover.of(time, """
            Time stands still: a task that takes long runs on the thread of the timer (with Reactor, on
            Schedulers.parallel(), where Mono.delay and Flux.interval go on). While it runs there, nothing else can.
            Let the timer do no more than start each run, on a thread of its own.""");
    private TaskScheduler scheduler;

    /// Makes the scheduler, or one more when the last is closed.
    void create() throws InterruptedException {
        scheduler = Caller.of(() -> new TaskScheduler(timer(), clock())).result();
    }

    ScheduledExecutorService timer() {
        return time.scheduler();
    }

    Clock clock() {
        return time.clock();
    }

    /// What the clock shows.
    Instant now() {
        return clock().instant();
    }

    /// The same in words.
    String time() {
        return ObservedTask.timeOf(now());
    }

    Scheduled at(Instant when, Runnable task) throws InterruptedException {
        Scheduled planned = Caller.of(() -> scheduler.at(when, task))
                .result("at() returns at once: it plans the task, and neither runs it itself nor waits for it.");
        assertThat(planned)
                .withFailMessage("at() returned null. Expected something to cancel the task by.")
                .isNotNull();
        return planned;
    }

    Scheduled every(Duration period, Runnable task) throws InterruptedException {
        Scheduled planned = Caller.of(() -> scheduler.every(period, task))
                .result("every() returns at once: it plans the task, and neither runs it itself nor waits for it.");
        assertThat(planned)
                .withFailMessage("every() returned null. Expected something to cancel the task by.")
                .isNotNull();
        return planned;
    }

    /// Plans a task in each way; that these throw is as good as that they do nothing.
    void planAfterClose(Instant when, Duration period, Runnable task) throws InterruptedException {
        for (Runnable plan : List.<Runnable>of(
                () -> scheduler.at(when, task),
                () -> scheduler.at(when.plus(period), task),
                () -> scheduler.every(period, task))) {
            Caller<?> call = Caller.of(() -> {
                try {
                    plan.run();
                } catch (RuntimeException e) {
                    return "refused";
                }
                return "done";
            });
            call.result("After close(), at() and every() return or throw at once.");
        }
    }

    void cancel(Scheduled planned) throws InterruptedException {
        Caller.of(() -> {
                    planned.cancel();
                    return planned;
                })
                .result("cancel() returns at once: it does not wait for a run that is under way.");
    }

    void close() throws InterruptedException {
        closing().result("""
                        close() waits for a run that takes long. Interrupt the runs under way before you wait for them:
                        executor.shutdownNow() does, executor.close() alone does not.""");
    }

    /// Ends the time. Whether the scheduler closes as it should is asked elsewhere, but it may have its
    /// time.
    void end() throws InterruptedException {
        if (scheduler != null) {
            mover.becomesTrue(closing()::isDone);
        }
        time.close();
    }

    private Caller<TaskScheduler> closing() {
        return Caller.of(() -> {
            scheduler.close();
            return scheduler;
        });
    }

    /// Whether something waits on the timer.
    boolean isPlanned() {
        return time.scheduled() + time.sleepers() > 0;
    }

    /// Waits until something waits on the timer.
    boolean becomesPlanned() throws InterruptedException {
        return becomesTrue(this::isPlanned);
    }

    /// Waits until a task has run so many times.
    boolean hasRun(ObservedTask task, int times) throws InterruptedException {
        return becomesTrue(() -> task.runs() >= times);
    }

    boolean becomesTrue(BooleanSupplier condition) throws InterruptedException {
        return mover.becomesTrue(condition);
    }

    /// Waits until everybody has done what there is to do at this moment.
    void settle() throws InterruptedException {
        mover.settle();
    }

    /// First lets everybody come to rest: who was about to plan something, and who has a run to end.
    /// Where the runs of a task do not overlap, the next may be left out because the last has not quite
    /// ended.
    void letPass(Duration by) throws InterruptedException {
        mover.settle();
        mover.advance(by);
    }
}

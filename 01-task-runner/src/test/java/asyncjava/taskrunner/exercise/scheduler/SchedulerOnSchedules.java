package asyncjava.taskrunner.exercise.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.VirtualTime;
import asyncjava.testkit.schedule.PausingTimer;
import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.ConcurrentModificationException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What may come in any order, for an explorer to try: the timer and whoever cancels or closes, and threads that call
/// at the same moment.
///
/// Virtual time goes on only where nobody else can, so that who sleeps for a moment has let everybody come to rest.
/// Threads beside the schedule do not rest then, and what they do is not judged here.
final class SchedulerOnSchedules {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration A_MOMENT = Duration.ofNanos(1);

    private final Schedule schedule;
    private final VirtualTime time;
    private final PausingTimer timer;
    private final TaskScheduler scheduler;

    /// After what no run may begin; empty as long as it may.
    private volatile String over = "";

    private final Queue<String> late = new ConcurrentLinkedQueue<>();

    private SchedulerOnSchedules(Schedule schedule) {
        this.schedule = schedule;
        time = schedule.time();
        timer = new PausingTimer(schedule);
        scheduler = new TaskScheduler(timer, time.clock());
    }

    /// Both tasks are due, and are cancelled.
    static void cancelWhenDue(Schedule schedule) throws Exception {
        new SchedulerOnSchedules(schedule).cancelWhenDue();
    }

    /// Both tasks are due, and the scheduler is closed.
    static void closeWhenDue(Schedule schedule) throws Exception {
        new SchedulerOnSchedules(schedule).closeWhenDue();
    }

    /// Three threads call at the same moment.
    static void atBesideCancelBesideClose(Schedule schedule) throws Exception {
        new SchedulerOnSchedules(schedule).atBesideCancelBesideClose();
    }

    private void cancelWhenDue() throws Exception {
        Scheduled once = scheduler.at(inAMinute(), task("at"));
        Scheduled periodic = scheduler.every(MINUTE, task("every"));
        time.sleep(MINUTE);
        once.cancel();
        periodic.cancel();
        over = "cancel()";
        noRunBegins("""
                When the timer has called back, the run that it starts has not begun yet: its thread has still to come to
                it, and a future that has called back is too late to cancel. Let each run ask, as the first thing that it
                does on its own thread, whether its task has been cancelled.""");
        scheduler.close();
    }

    private void closeWhenDue() throws Exception {
        var _ = scheduler.at(inAMinute(), task("at"));
        var _ = scheduler.every(MINUTE, task("every"));
        time.sleep(MINUTE);
        scheduler.close();
        over = "close()";
        noRunBegins("""
                shutdownNow() interrupts the threads that have been started, also those that have not come to their run
                yet, and does not wait for them: close() of the executor, or awaitTermination(), does. And what the timer
                still hands over must be refused.""");
    }

    private void atBesideCancelBesideClose() throws Exception {
        Scheduled first = scheduler.at(inAMinute(), task("at"));
        var _ = scheduler.every(MINUTE, task("every"));
        Started<?> at = schedule.run("at", this::planUnlessClosed);
        Started<?> cancel = schedule.run("cancel", first::cancel);
        Started<?> close = schedule.run("close", scheduler::close);
        for (Started<?> call : new Started<?>[] {at, cancel, close}) {
            endsWell(call);
        }
        over = "close()";
        time.sleep(A_MOMENT);
        assertThat(timer.isCalledFromBeside() ? 0 : time.scheduled())
                .withFailMessage("""
                        One thread called at(), another cancel() and a third close(), all at the same moment. When all three
                        had returned, something was left on the timer, where nobody will ever cancel it.
                        Between putting an entry on the timer and noting it down for close(), another thread may close. Do both
                        under one lock, and close() under the same; or look again afterwards whether it is closed by now, and
                        cancel the entry if so.""")
                .isZero();
    }

    /// Where it is closed already, at() may throw.
    private void planUnlessClosed() {
        try {
            var _ = scheduler.at(inAMinute(), task("at"));
        } catch (ConcurrentModificationException e) {
            throw e;
        } catch (RuntimeException e) {
            Schedule.pause();
        }
    }

    private static void endsWell(Started<?> call) throws InterruptedException {
        try {
            var _ = call.result();
        } catch (AssertionError e) {
            throw new AssertionError("""
                    One thread called at(), another cancel() and a third close(), all at the same moment, and
                    %s
                    Any thread may call them. ArrayList, HashSet and HashMap are not made for that: while one thread goes
                    through them, no other may add or remove. Take ConcurrentHashMap.newKeySet(), or a lock around every
                    use.""".formatted(e.getMessage()), e.getCause());
        }
    }

    private Instant inAMinute() {
        return time.clock().instant().plus(MINUTE);
    }

    private Runnable task(String planned) {
        return () -> {
            if (!over.isEmpty() && schedule.decidesHere()) {
                late.add(planned);
            }
        };
    }

    private void noRunBegins(String advice) throws InterruptedException {
        time.sleep(A_MOMENT);
        assertThat(late).withFailMessage("""
                        A task was planned with %s(), and at the moment at which it was due, %s was called, and returned. After
                        that a run of it began.
                        %s""", late.peek(), over, advice).isEmpty();
    }
}

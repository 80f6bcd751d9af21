package asyncjava.taskrunner.exercise.failfast;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Two calls of three fail, at the same moment or one right after the other, for an explorer to try in any order.
///
/// Virtual time goes on only where nobody else can. Where a call is made on a thread beside the schedule, that thread
/// may be late: it goes by no virtual time, and neither who was first nor who is left is judged.
final class FailFastOnSchedules {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final Schedule schedule;
    private final Queue<String> underWay = new ConcurrentLinkedQueue<>();
    private volatile boolean beside;

    private FailFastOnSchedules(Schedule schedule) {
        this.schedule = schedule;
    }

    static void twoFailAtOnce(Schedule schedule) throws InterruptedException {
        new FailFastOnSchedules(schedule).twoFailAtOnce();
    }

    static void oneFailsRightAfterAnother(Schedule schedule) throws InterruptedException {
        new FailFastOnSchedules(schedule).oneFailsRightAfterAnother();
    }

    private void twoFailAtOnce() throws InterruptedException {
        Exception ofA = new Wanted("api-a");
        Exception ofC = new Wanted("api-c");
        Exception thrown = thrownBy(
                call("api-a", Duration.ZERO, ofA), call("api-b", NEVER, null), call("api-c", Duration.ZERO, ofC));

        assertThat(thrown).withFailMessage("""
                        api-a and api-c fail at the same moment, and api-b is still under way. Expected the failure of one of
                        the two, or an exception that has it among its causes, but callAll threw
                          %s
                        A call may fail while others are still being started. Whoever stops everything there and then, as
                        shutdownNow() in the task that fails does, has what comes next refused or cancelled: that is thrown,
                        and not the failure. Remember the failure before you stop the others, and throw it in the end.""", thrown).matches(each -> has(each, ofA) || has(each, ofC));
        letEverybodyRest();
        assertThat(beside ? List.of() : underWay).withFailMessage("""
                        api-a and api-c fail at the same moment, and callAll has thrown. Expected every other call to be
                        interrupted, or never to begin, but %s is still under way.
                        A call may fail while others are still being started. Whoever interrupts those that there are by then
                        misses those that come after: stop them when all have been started, or start no more.
                        """, underWay).isEmpty();
    }

    private void oneFailsRightAfterAnother() throws InterruptedException {
        Exception first = new Wanted("api-c");
        Exception second = new Wanted("api-a");
        Exception thrown = thrownBy(
                call("api-a", A_MOMENT.multipliedBy(2), second),
                call("api-b", NEVER, null),
                call("api-c", A_MOMENT, first));

        assertThat(thrown).withFailMessage("""
                        api-c failed, and a moment later api-a did too. Expected the failure of api-c, which came first, but
                        callAll threw
                          %s
                        Whoever looks at the calls from time to time, and at the first of the list first, finds that several
                        have failed meanwhile. Wait for whichever ends first: its failure ends the wait.""", thrown).matches(each -> beside || has(each, first));
        letEverybodyRest();
    }

    @SafeVarargs
    private static Exception thrownBy(Callable<String>... calls) throws InterruptedException {
        try {
            List<String> answers = FailFast.callAll(Schedule.pausing(List.of(calls)));
            throw new AssertionError("""
                    Two calls failed, and callAll returned %s.
                    Not all the answers are there: throw what the first of the two has thrown.""".formatted(answers));
        } catch (Exception e) {
            return e;
        }
    }

    private Callable<String> call(String name, Duration time, @Nullable Exception failure) {
        return () -> {
            if (!schedule.decidesHere()) {
                beside = true;
                if (failure != null) {
                    throw failure;
                }
                new CountDownLatch(1).await(); // until it is interrupted
            }
            underWay.add(name);
            try {
                Schedule.pause();
                schedule.time().sleep(time);
                if (failure != null) {
                    throw failure;
                }
                return name;
            } finally {
                underWay.remove(name);
            }
        };
    }

    private void letEverybodyRest() throws InterruptedException {
        schedule.time().sleep(Duration.ofNanos(1));
    }

    /// Among the causes; or among the suppressed, where a library gathers all that failed.
    private static boolean has(@Nullable Throwable thrown, Throwable wanted) {
        return thrown != null
                && (thrown == wanted
                        || has(thrown.getCause(), wanted)
                        || Stream.of(thrown.getSuppressed()).anyMatch(each -> has(each, wanted)));
    }

    /// Without a stack, which whoever drops it may print.
    private static final class Wanted extends Exception {

        private static final long serialVersionUID = 1;

        Wanted(String call) {
            super(call + " has failed", null, false, false);
        }
    }
}

package asyncjava.scraper.exercise.permits;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Scenario;
import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// Several callers of one limiter, for an explorer to try in any order.
final class LimiterOnSchedules {

    /// In real time, which none of these calls takes: who waits so long waits for a place that is lost. It
    /// is less than an explorer waits.
    private static final Duration LONG = Duration.ofSeconds(8);
    /// So many that others come meanwhile, however often they pause on their way.
    private static final int PAUSES = 8;

    private static final String NOT_TOLD = """
            A caller waited for a place, and waits still, though all work has ended long since and a place is free.
            Nobody has told it of that place. Where one looks, finds none, and only then enters the queue, a place may be given
            back in between, to a queue in which nobody stands yet. Do both in one step, under one lock; or look once more
            when you stand in the queue.""";
    private static final String MISCOUNTED = """
            Where two threads change a count at the same moment, one of the changes may be lost: n++ on a field is a
            read and a write. Change it under the lock under which others look at it.""";
    private static final String HANDED_ON_TO_NOBODY = """
            A place may be handed on at the very moment at which the one who waits for it gives up. Whoever gives up
            has to look whether it was given a place meanwhile, and hand that on.""";
    private static final String NOT_GIVEN_BACK = """
            The one that was interrupted had the place by then, and its work ended. What gives the place back must not hear
            that interrupt: put(), acquire() and lockInterruptibly() throw at once where the thread is interrupted,
            also in a finally block. add(), offer(), release() and lock() do not.""";

    private final Limiter limiter;
    private final int places;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile String whatIfLost;

    private LimiterOnSchedules(int places, String whatIfLost) {
        this.places = places;
        this.whatIfLost = whatIfLost;
        limiter = new Limiter(places);
    }

    /// Four callers share two places.
    static final class ManyCome implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            LimiterOnSchedules two = new LimiterOnSchedules(2, MISCOUNTED);
            schedule.together(two::workTwice, two::workTwice, two::workTwice, two::workTwice);
            two.areFree(2, "Four callers have come twice each, and all have ended.");
        }
    }

    /// Two come for one place, and leave it at once.
    static final class TwoShareOne implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            LimiterOnSchedules one = new LimiterOnSchedules(1, MISCOUNTED);
            schedule.together(one::comeAndGo, one::comeAndGo);
            one.areFree(1, "Two callers have come, and both have ended.");
        }
    }

    /// One has the only place, and one that waits for it is interrupted.
    static final class OneIsInterrupted implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            LimiterOnSchedules one = new LimiterOnSchedules(1, HANDED_ON_TO_NOBODY);
            Started<?> holder = schedule.run("holder", one::work);
            Started<?> waiter = schedule.run("waiter", one::workOrGiveUp);
            Schedule.pause();
            waiter.interrupt();
            holder.result();
            waiter.result();
            one.areFree(1, "One had the place, and one waited for it and was interrupted. Both have ended.");
        }
    }

    private void comeAndGo() throws Exception {
        runOrWaitInVain(() -> true);
    }

    private void workTwice() throws Exception {
        work();
        work();
    }

    /// Whether it has a place when it is interrupted is up to the schedule.
    private void workOrGiveUp() {
        try {
            runOrWaitInVain(() -> {
                whatIfLost = NOT_GIVEN_BACK;
                return pauseAWhile();
            });
        } catch (Exception e) {
            // It has given up, as it may.
        }
    }

    private void work() throws Exception {
        runOrWaitInVain(this::pauseAWhile);
    }

    private void runOrWaitInVain(Callable<Boolean> work) throws Exception {
        try {
            limiter.run(work, LONG);
        } catch (TimeoutException e) {
            throw isFree()
                    ? new AssertionError(NOT_TOLD, e)
                    : lost("A caller waited for a place, and waits still, though all work has ended long since.", e);
        }
    }

    private boolean isFree() throws Exception {
        try {
            return limiter.run(() -> true, Duration.ZERO);
        } catch (TimeoutException e) {
            return false;
        }
    }

    private boolean pauseAWhile() {
        int together = underWay.incrementAndGet();
        try {
            assertThat(together).withFailMessage("""
                            The limiter has %d places, and %d pieces of work were under way together.
                            Between the look for a free place and taking it another may come: do both in one step, under one lock.
                            And one who was woken has to look again, in a while loop: another may have been quicker.""", places, together).isLessThanOrEqualTo(places);
            for (int i = 0; i < PAUSES; i++) {
                Schedule.pause();
            }
            return true;
        } finally {
            underWay.decrementAndGet();
        }
    }

    /// Takes so many places, one within the other.
    private boolean areFree(int left, String when) throws Exception {
        try {
            return left == 0 || limiter.run(() -> areFree(left - 1, when), Duration.ZERO);
        } catch (TimeoutException e) {
            throw lost(when, e);
        }
    }

    private AssertionError lost(String when, TimeoutException e) {
        return new AssertionError("%s\nExpected a free place, but there was none.\n%s".formatted(when, whatIfLost), e);
    }
}

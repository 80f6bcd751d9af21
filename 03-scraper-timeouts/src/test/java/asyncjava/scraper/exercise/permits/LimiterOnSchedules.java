package asyncjava.scraper.exercise.permits;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Scenario;
import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// Several callers of one limiter, for an explorer to try in any order.
final class LimiterOnSchedules {

    /// In real time, which none of these calls takes: who waits so long waits for a place that is lost. It
    /// is less than an explorer waits.
    private static final Duration LONG = Duration.ofSeconds(8);
    /// So many that others come meanwhile, however often they pause on their way.
    private static final int PAUSES = 8;

    private final Limiter limiter;
    private final int places;
    private final String whatIfLost;
    private final AtomicInteger underWay = new AtomicInteger();

    private LimiterOnSchedules(int places, String whatIfLost) {
        this.places = places;
        this.whatIfLost = whatIfLost;
        limiter = new Limiter(places);
    }

    /// Four callers share two places.
    static final class ManyCome implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            LimiterOnSchedules two = new LimiterOnSchedules(2, """
                    Where two threads change a count at the same moment, one of the changes may be lost: n++ on a field is a
                    read and a write. Change it under the lock under which others look at it.""");
            schedule.together(two::workTwice, two::workTwice, two::workTwice, two::workTwice);
            two.areFree(2, "Four callers have come twice each, and all have ended.");
        }
    }

    /// One has the only place, and one that waits for it is interrupted.
    static final class OneIsInterrupted implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            LimiterOnSchedules one = new LimiterOnSchedules(1, """
                    A place may be handed on at the very moment at which the one who waits for it gives up. Whoever gives up
                    has to look whether it was given a place meanwhile, and hand that on.""");
            Started<?> holder = schedule.run("holder", one::work);
            Started<?> waiter = schedule.run("waiter", one::workOrGiveUp);
            Schedule.pause();
            waiter.interrupt();
            holder.result();
            waiter.result();
            one.areFree(1, "One had the place, and one waited for it and was interrupted. Both have ended.");
        }
    }

    private void workTwice() throws Exception {
        work();
        work();
    }

    /// Whether it has a place when it is interrupted is up to the schedule.
    private void workOrGiveUp() {
        try {
            work();
        } catch (Exception e) {
            // It has given up, as it may.
        }
    }

    private void work() throws Exception {
        try {
            limiter.run(this::pauseAWhile, LONG);
        } catch (TimeoutException e) {
            throw lost("A caller waited for a place, and waits still, though all work has ended long since.", e);
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

package asyncjava.scraper.exercise.rate;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Exercise;
import asyncjava.testkit.schedule.Explorer;
import asyncjava.testkit.schedule.Scenario;
import asyncjava.testkit.schedule.Started;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged in virtual time, which goes on when nobody else can, so that the moment at which a permit is
/// given is the same on every machine. Where several threads call, they take turns on many schedules.
@Exercise
final class RateTest {

    private static final Explorer ALONE = Explorer.seeds(1);
    private static final Explorer SCHEDULES = Explorer.seeds(100).within(Duration.ofSeconds(5));
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration A_MOMENT = Duration.ofNanos(1);

    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final List<String> WAITING = List.of("first", "second", "third");

    private static final String STILL_THERE = "went on waiting";
    private static final String TOO_SOON = """
            More go than the rate allows. Look at when the bucket gives its next permit, and at who changes that.""";
    private static final String TOO_LATE = """
            Somebody waited too long, or for ever. The moment of the next permit follows from that of the last one, and
            not from when somebody comes to wait.""";
    private static final String LOST = """
            The thread that gave up had reserved a permit, or was handed one, and nobody got it back: those behind it
            still wait until after its turn. Reserve nothing for who waits: let one wait for the next permit, and the
            others until that one is gone, however it goes. Or, where there is a queue, take out who gives up; and who
            has been handed a permit and cannot use it hands it on.""";
    private static final String DEAF = """
            A thread that waits to enter a synchronized block does not see an interrupt, nor does one in lock(): while
            one sleeps in there, the others are deaf. lockInterruptibly() and the acquire() of a Semaphore hear it.""";
    private static final String LEFT_OVER = """
            Nobody waits in acquire(), and a thread of yours is left, also one that the constructor has started. Let the next
            permit follow from the clock, or start whoever waits for it only in acquire().
            """;
    private static final String NOT_SAID = """
            It has no permit, and its caller has to know: throw an InterruptedException. block() of a Mono throws an
            exception of its own instead, and join() of a CompletableFuture does not hear an interrupt at all.""";

    @Test
    @Order(1)
    void theBurstGoesAtOnceAndThenOneEachTenthOfASecond() {
        Moments moments = alone(10, 5, rate -> rate.acquire(25));

        String advice = moments.paceInWords(5);
        isAsDue(moments, Moments.of(25, 10, 5, Duration.ZERO), "With 10 per second and a burst of 5", advice, advice);
    }

    @Test
    @Order(2)
    void aRateThatIsNoWholeNumberOfMillisecondsIsKept() {
        Moments moments = alone(300, 1, rate -> rate.acquire(601));

        isAsDue(moments, Moments.of(601, 300, 1, Duration.ZERO), "With 300 per second and a burst of 1", """
                A permit comes each 3.333 ms. Who counts in whole milliseconds is a little off each time, and far off in
                the end. Count in nanoseconds.""", """
                A permit comes each 3.333 ms. Who rounds that up to whole milliseconds, or drops parts of a permit at each
                count, falls behind more and more.""");
    }

    @Test
    @Order(3)
    void partsOfAPermitAreSavedUpToo() {
        Moments moments = alone(10, 3, rate -> {
            rate.acquire(3);
            for (int i = 0; i < 4; i++) {
                rate.letPass(Duration.ofMillis(150));
                rate.acquire(1);
            }
            rate.acquire(2);
        });
        Moments due = new Moments(List.of(
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofMillis(150),
                Duration.ofMillis(300),
                Duration.ofMillis(450),
                Duration.ofMillis(600),
                Duration.ofMillis(600),
                Duration.ofMillis(600)));

        isAsDue(moments, due, """
                With 10 per second and a burst of 3, three called at once, then one each 150 ms, and at the fourth of these
                two more. In 600 ms there are 6 new permits, so that nobody should wait. That is,""", TOO_SOON, """
                In 150 ms there is a permit and a half, and the half is to be kept for the next time. When you count new
                permits in whole numbers, do not take the moment of the count for the beginning of the next one: the rest
                of the division is lost then.""");
    }

    @Test
    @Order(4)
    void afterALongPauseNoMoreThanTheBurstIsSaved() {
        Duration pause = Duration.ofMinutes(1);
        Moments moments = alone(10, 5, rate -> {
            rate.letPass(pause);
            rate.acquire(15);
        });

        isAsDue(moments, Moments.of(15, 10, 5, pause), """
                Nobody called for a minute, and then there were 15 calls. With 10 per second and a burst of 5""", """
                Not more than the burst is saved up, however long nobody comes. Where you keep the moment of the next permit,
                let it fall behind the clock only so far; where you keep a number of permits, cut it at the burst.""", TOO_LATE);
    }

    @Test
    @Order(5)
    void aFullBucketSavesNoPartOfAPermit() {
        Duration pause = Duration.ofMillis(150);
        Moments moments = alone(10, 5, rate -> {
            rate.letPass(pause);
            rate.acquire(8);
        });

        isAsDue(moments, Moments.of(8, 10, 5, pause), """
                The bucket was full for 150 ms, and then there were 8 calls. With 10 per second and a burst of 5""", """
                More than the burst goes in less than 100 ms. A timer that ticks each 100 ms, also while the bucket is full,
                may tick right after the burst, and bring a permit that was saved up beyond it. The time to the next permit
                begins when a full bucket gives its first.""", TOO_LATE);
    }

    @Test
    @Order(6)
    void severalThreadsGetNoMoreThanOne() {
        each(SCHEDULES, schedule -> {
            RateUnderTest rate = new RateUnderTest(schedule, 10, 2);
            rate.together(6);
            isAsDue(rate.moments(), Moments.of(6, 10, 2, Duration.ZERO), """
                    Six threads called at the same moment. With 10 per second and a burst of 2""", """
                    When two threads look at the same number before either has changed it, both take the same permit, or one
                    undoes what the other did. To look and to take has to be one step: under one lock, or with
                    compareAndSet.""", TOO_LATE);
        });
    }

    @Test
    @Order(7)
    void whoIsInterruptedGivesUpAtOnce() {
        for (String name : WAITING) {
            AtomicReference<String> ending = new AtomicReference<>(STILL_THERE);
            alone(1, 1, rate -> {
                Map<String, Started<?>> waiting = new ConcurrentHashMap<>();
                rate.acquire(1);
                threeWaitFor(rate, waiting);
                rate.letPass(HALF_A_SECOND);
                waiting.get(name).interrupt();
                rate.letPass(A_MOMENT);
                boolean atOnce = waiting.get(name).isDone();
                rate.letPass(TEN_SECONDS);
                String inTheEnd = RateUnderTest.endingOf(waiting.get(name));
                ending.set(atOnce ? inTheEnd : STILL_THERE);
            });
            assertThat(ending.get())
                    .withFailMessage("""
                            Three threads, one after another, began to wait in acquire(). Then the %s one was interrupted. Expected
                            it to throw an InterruptedException at once, but it %s.
                            %s""", name, ending.get(), ending.get().equals(STILL_THERE) ? DEAF : NOT_SAID)
                    .isEqualTo(RateUnderTest.INTERRUPTED);
        }
    }

    @Test
    @Order(8)
    void whoIsInterruptedHasUsedUpNothing() {
        for (String name : WAITING) {
            Moments moments = alone(1, 1, rate -> oneLeavesAndOneComes(rate, name, HALF_A_SECOND));
            isAsDue(moments, Moments.of(4, 1, 1, Duration.ZERO), """
                    With 1 per second and a burst of 1, one went at once and three began to wait. At 500 ms the %s one was
                    interrupted, and another came to wait. For the four that are left""".formatted(name), TOO_SOON, LOST);
        }
    }

    @Test
    @Order(9)
    void anInterruptAtTheVeryMomentLosesNoPermit() {
        for (String name : WAITING) {
            each(SCHEDULES, schedule -> {
                RateUnderTest rate = new RateUnderTest(schedule, 1, 1);
                oneLeavesAndOneComes(rate, name, SECOND);
                Moments moments = rate.moments();
                isAsDue(
                        moments,
                        Moments.of(Math.clamp(moments.size(), 4, 5), 1, 1, Duration.ZERO),
                        """
                        With 1 per second and a burst of 1, one went at once and three began to wait. At 1000 ms, when a permit
                        came, the %s one was interrupted, and another came to wait. Whoever got that permit""".formatted(name),
                        TOO_SOON,
                        LOST);
            });
        }
    }

    /// Three come to wait, one after another.
    private static void threeWaitFor(RateUnderTest rate, Map<String, Started<?>> waiting) throws InterruptedException {
        for (String name : WAITING) {
            rate.letPass(A_MOMENT);
            waiting.put(name, rate.start(name));
        }
    }

    /// One goes at once, of three that wait one is interrupted, and another comes. What is to happen at the
    /// same moment as another thing is planned before that one.
    private static void oneLeavesAndOneComes(RateUnderTest rate, String name, Duration when)
            throws InterruptedException {
        Map<String, Started<?>> waiting = new ConcurrentHashMap<>();
        rate.acquire(1);
        rate.at(when, () -> {
            waiting.get(name).interrupt();
            rate.letPass(A_MOMENT);
            var _ = rate.start("another");
        });
        threeWaitFor(rate, waiting);
        rate.letPass(TEN_SECONDS);
        RateUnderTest.endingOf(waiting.get(name));
    }

    /// Work that outlives its call is what an explorer sees. Here it need not have been started by a call.
    private static void each(Explorer explorer, Scenario scenario) {
        try {
            explorer.each(scenario);
        } catch (AssertionError e) {
            if (String.valueOf(e.getMessage()).contains("The code has returned")) {
                throw new AssertionError(LEFT_OVER + e.getMessage(), e);
            }
            throw e;
        }
    }

    /// What is seen when the steps are taken on one schedule, which a failure need not draw.
    private static Moments alone(int perSecond, int burst, Steps steps) {
        AtomicReference<RateUnderTest> used = new AtomicReference<>();
        each(ALONE, schedule -> {
            used.set(new RateUnderTest(schedule, perSecond, burst));
            steps.take(used.get());
        });
        return used.get().moments();
    }

    private static void isAsDue(Moments moments, Moments due, String what, String tooEarly, String tooLate) {
        assertThat(moments.areAbout(due))
                .withFailMessage("""
                        %s, acquire() should return at:
                          %s
                        but it returned at:
                          %s
                        %s""", what.strip(), due, moments, moments.areTooEarlyFor(due) ? tooEarly : tooLate)
                .isTrue();
    }

    private interface Steps {
        void take(RateUnderTest rate) throws Exception;
    }
}

package asyncjava.scraper.exercise.permits;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Exercise;
import asyncjava.testkit.Gate;
import asyncjava.testkit.OtherThreads;
import asyncjava.testkit.schedule.Explorer;
import asyncjava.testkit.schedule.Pausing;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged by gates: work is under way until the test lets it end, and a waiter either waits longer than any
/// test, or for a place that does not become free. At the end several come at once, on many schedules.
@Exercise
final class LimiterTest {

    private static final Explorer SCHEDULES = Explorer.seeds(100).within(Duration.ofSeconds(5));
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final int PLACES = 2;
    private static final int CALLERS = 5;

    private final OtherThreads others = OtherThreads.watch();
    private final Limiter limiter = new Limiter(PLACES);
    private final Gate gate = Gate.closed();
    private final List<Caller<String>> callers = new ArrayList<>();

    /// How often work was run whose caller had given up.
    private final AtomicInteger runInVain = new AtomicInteger();

    @AfterEach
    void stop() {
        gate.open();
        callers.forEach(Caller::close);
    }

    @Test
    @Order(1)
    void workThatHasAPlaceTakesAsLongAsItTakes() throws InterruptedException {
        var caller = comes(held(gate), Duration.ZERO);
        gate.open();

        String result = caller.result("The work has ended: what does the call still wait for?", """
                Both places are free, the work takes its time, and atMostWaiting is Duration.ZERO. That time is for the wait
                for a place, and not for the work: a limit on the future of both together, as get(...) with a time, covers too
                much. And where a place is free, work is run even with Duration.ZERO: where another thread is to find the
                place, that takes some time, which is over already. Look first, and wait only where there is none.""");
        assertThat(result)
                .withFailMessage("Expected \"done\", which the work returned, but you returned %s.", result)
                .isEqualTo("done");
    }

    @Test
    @Order(2)
    void asManyAreUnderWayAsThereArePlaces() throws InterruptedException {
        for (int i = 0; i < CALLERS; i++) {
            comes(held(gate), LONG);
        }
        gate.awaitInside(PLACES);
        endOne();
        gate.awaitInside(PLACES);

        assertThat(gate.peakInside())
                .withFailMessage("""
                        %d callers came to a limiter with two places, and %d pieces of work were under way together.
                        All callers have to ask the same semaphore or counter: make it once, in the constructor.""", CALLERS, gate.peakInside())
                .isEqualTo(PLACES);
        for (int i = 1; i < CALLERS; i++) {
            endOne();
        }
        for (Caller<String> caller : callers) {
            caller.result("All the work has ended, and this caller still waits for a place. Who tells it of one?");
        }
    }

    @Test
    @Order(3)
    void whateverTheWorkThrowsGivesThePlaceBack() throws InterruptedException {
        throwsOn(new IOException("connection refused"));
        throwsOn(new AssertionError("an error of the work"));

        bothPlacesAreFree("the work of two callers had failed, and nothing was under way", """
                The place of work that fails has to be given back too, whatever it throws: do that in a finally block.""", """
                The place of work that fails is given back twice: in a catch block, and once more in finally.""");
    }

    @Test
    @Order(4)
    void aWaiterWhoseTimeIsOverGivesUp() throws InterruptedException {
        takeBothPlaces();
        isTimeout(call(inVain(), SHORT).failure("""
                Both places are taken, and the time that the caller wants to wait is over long since.""", """
                Both places are taken for longer than the caller wants to wait: throw a TimeoutException."""));
        isTimeout(call(inVain(), Duration.ZERO).failure("""
                Both places are taken, and this caller does not want to wait at all.""", """
                Both places are taken, and this call was let in. The one before it had waited, and had given up: it has given
                back a place that it never took. A release() in finally is also run where the acquire in that try has
                failed: acquire before the try."""));
        givesUpRightly("two waiters had given up, their time being over");
    }

    @Test
    @Order(5)
    void aWaiterWhoIsInterruptedGivesUp() throws InterruptedException {
        takeBothPlaces();
        var waiter = comes(inVain(), LONG);
        waiter.interrupt();

        Throwable thrown = waiter.failure("""
                The thread that waits there for a place was interrupted, and goes on waiting. An interrupt asks it to give
                up: acquireUninterruptibly() and join() do not hear one, acquire(), tryAcquire(...) and get() do.""", """
                The thread that waited for a place was interrupted, which asks it to give up: throw.""");
        assertThat(Stream.iterate(thrown, Objects::nonNull, Throwable::getCause))
                .withFailMessage("""
                        The thread that waited for a place was interrupted. Expected an InterruptedException, or one among the
                        causes of what is thrown, but it was
                          %s""", thrown)
                .anyMatch(InterruptedException.class::isInstance);
        givesUpRightly("a waiter had been interrupted");
    }

    @Test
    @Order(6)
    void workThatIsInterruptedKeepsItsPlaceUntilItEnds() throws InterruptedException {
        Gate tidyingUp = Gate.closed();
        var interrupted = call(
                () -> {
                    try {
                        gate.pass();
                        return "done";
                    } finally {
                        tidyingUp.pass();
                    }
                },
                LONG);
        gate.awaitInside(1);
        interrupted.interrupt();
        try {
            tidyingUp.awaitInside(1);
        } catch (AssertionError e) {
            throw new AssertionError("""
                    The thread of a caller was interrupted while its work was under way. Expected the work to be interrupted,
                    but it was not. Where another thread does the work, it has to be told: cancel(true) of the future
                    that an executor returned interrupts it, and that of a CompletableFuture does not.""", e);
        }
        settle();

        assertThat(interrupted.isDone()).withFailMessage("""
                        Work that was interrupted is still tidying up, and its caller has been told that it has ended.
                        To interrupt is to ask: wait for the end of the work, or more is under way than there are places.""").isFalse();
        tidyingUp.open();
        interrupted.failure("The work has ended: what does the call still wait for?");
        bothPlacesAreFree("work had been interrupted, and had ended", "", "");
    }

    @Test
    @Order(7)
    void noMoreThanThereArePlacesHoweverManyCome() throws ReflectiveOperationException {
        SCHEDULES.each(Pausing.atFields(LimiterOnSchedules.ManyCome.class));
    }

    @Test
    @Order(8)
    void aPlaceThatComesBackIsFoundByWhoWaits() throws ReflectiveOperationException {
        SCHEDULES.each(Pausing.atFields(LimiterOnSchedules.TwoShareOne.class));
    }

    @Test
    @Order(9)
    void noPlaceIsLostToOneWhoGivesUpAtThatMoment() throws ReflectiveOperationException {
        SCHEDULES.each(Pausing.atFields(LimiterOnSchedules.OneIsInterrupted.class));
    }

    private Caller<String> call(Callable<String> work, Duration atMostWaiting) {
        Caller<String> caller = Caller.of(() -> limiter.run(work, atMostWaiting));
        callers.add(caller);
        return caller;
    }

    /// Calls, and waits until the call has done what there is to do: calls that come at the same moment are for
    /// schedules, which decide who is quicker.
    private Caller<String> comes(Callable<String> work, Duration atMostWaiting) throws InterruptedException {
        Caller<String> caller = call(work, atMostWaiting);
        settle();
        return caller;
    }

    private void endOne() throws InterruptedException {
        if (gate.inside() > 0) {
            gate.openOne();
        }
        settle();
    }

    private static Callable<String> held(Gate gate) {
        return () -> {
            gate.pass();
            return "done";
        };
    }

    private Callable<String> inVain() {
        return () -> "run for the %d. time".formatted(runInVain.incrementAndGet());
    }

    private void settle() throws InterruptedException {
        others.awaitRest();
    }

    private static void isTimeout(Throwable thrown) {
        assertThat(thrown).withFailMessage("""
                        Both places are taken for longer than the caller wants to wait. Expected a
                        java.util.concurrent.TimeoutException, but it was
                          %s""", thrown).isInstanceOf(TimeoutException.class);
    }

    private void takeBothPlaces() throws InterruptedException {
        comes(held(gate), LONG);
        comes(held(gate), LONG);
        gate.awaitInside(PLACES);
    }

    private void throwsOn(Throwable failure) throws InterruptedException {
        Throwable thrown = call(
                        () -> {
                            if (failure instanceof Error error) {
                                throw error;
                            }
                            throw (Exception) failure;
                        },
                        LONG)
                .failure("The work has failed: what does the call still wait for?", """
                        The work has failed, and its caller is not told: throw what the work threw.""");
        assertThat(thrown).withFailMessage("""
                        Expected the very exception that the work threw,
                          %s
                        but it was
                          %s
                        An ExecutionException or a CompletionException is only a wrapper: its cause is what the work threw.""", failure, thrown).isSameAs(failure);
    }

    /// Both places are taken, and somebody has given up waiting for one.
    private void givesUpRightly(String after) throws InterruptedException {
        var next = comes(inVain(), Duration.ZERO);
        int madeUp = runInVain.get();
        endOne();
        endOne();
        callers.getFirst().result("The work has ended: what does the call still wait for?");
        callers.get(1).result("The work has ended: what does the call still wait for?");

        assertThat(madeUp > 0 && next.isDone()).withFailMessage("""
                        Both places were taken, and %s. Then one more was let in.
                        Whoever gives up has taken no place, and has none to give back. A release() in finally is also run where
                        the acquire() in that try has failed: acquire before the try.""", after).isFalse();
        assertThat(runInVain).withFailMessage("""
                        Both places were taken, and %s.
                        Then places became free, and the work of one who had given up was run. Nobody waits for what comes of it:
                        take out of the queue, or cancel, whatever would take a place later.""", after).hasValue(0);
        bothPlacesAreFree(after + ", and all else had ended", """
                A place was handed to one who had given up, and did not take it. Whoever gives up has to leave the queue; and
                whoever hands on a place has to see that it was taken, and else hand it to the next.""", "");
    }

    private void bothPlacesAreFree(String when, String whatIfLost, String whatIfMade) throws InterruptedException {
        Gate places = Gate.closed();
        try {
            for (int i = 0; i < PLACES + 1; i++) {
                comes(held(places), Duration.ZERO);
            }
            int free = places.inside();
            assertThat(free)
                    .withFailMessage(
                            """
                            Expected two free places when %s,
                            but there %s.
                            %s""", when, free == 1 ? "was one" : "were " + free, free < PLACES ? whatIfLost : whatIfMade)
                    .isEqualTo(PLACES);
        } finally {
            places.open();
        }
    }
}

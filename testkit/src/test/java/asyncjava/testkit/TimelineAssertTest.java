package asyncjava.testkit;

import static asyncjava.common.timeline.Outcome.CANCELLED;
import static asyncjava.common.timeline.Outcome.FAILED;
import static asyncjava.common.timeline.Outcome.OK;
import static asyncjava.testkit.TimelineAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.common.cli.Terminal;
import asyncjava.common.report.TimelineDrawing;
import asyncjava.common.timeline.OpenSpan;
import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TimelineAssertTest {

    private final VirtualTime time = VirtualTime.start();
    private final Timeline timeline = Timeline.on(time.nanoTime());

    @AfterEach
    void close() {
        time.close();
    }

    @Test
    void whatRanOneAfterAnotherDidNotOverlap() {
        oneAfterAnother("api-a", "api-b", "api-c");

        assertThat(timeline)
                .ranOneAfterAnother()
                .hasSpans(3)
                .hasPeakInFlight(1)
                .hasPeakInFlightAtMost(2)
                .hasNothingRunning();

        assertFails(
                () -> assertThat(timeline).overlapped("api-a", "api-b", "api-c"),
                "Expected api-a, api-b, api-c to overlap, but they ran one after another",
                "Each was waited for before the next was started. Start all of them first, then wait. With Reactor, a call\nthat blocks holds up whoever subscribes: subscribeOn(Schedulers.boundedElastic()) gives it a thread.");
        assertFails(
                () -> assertThat(timeline).hasPeakInFlight(3),
                "Expected 3 to be under way at once, but it was 1",
                "Each was waited for before the next was started. Start all of them first, then wait. With Reactor, a call\nthat blocks holds up whoever subscribes: subscribeOn(Schedulers.boundedElastic()) gives it a thread.");
        assertFails(
                () -> assertThat(timeline).hasPeakInFlightAtLeast(2),
                "Expected at least 2 to be under way at once, but it was 1",
                "Each was waited for before the next was started. Start all of them first, then wait. With Reactor, a call\nthat blocks holds up whoever subscribes: subscribeOn(Schedulers.boundedElastic()) gives it a thread.");
    }

    @Test
    void whatRanTogetherOverlapped() {
        together("api-a", "api-b", "api-c");

        assertThat(timeline)
                .overlapped("api-a", "api-b", "api-c")
                .hasPeakInFlight(3)
                .hasPeakInFlightAtLeast(3)
                .hasMakespan(Duration.ofMillis(300));

        assertFails(
                () -> assertThat(timeline).ranOneAfterAnother(),
                "Expected one after another, but api-a and api-b were under way at once",
                "The next was started before the one before it had ended. Wait for each before you start the next.");
        assertFails(
                () -> assertThat(timeline).hasPeakInFlightAtMost(2),
                "Expected at most 2 to be under way at once, but it was 3",
                "More was started than may be under way: take a permit before the work starts, and give it back once,"
                        + " when the work has ended.");
        assertFails(
                () -> assertThat(timeline).hasPeakInFlight(4),
                "Expected 4 to be under way at once, but it was 3",
                "Something holds the others back: a lock held while waiting, or a pool with too few threads. The common\npool, where parallel streams and supplyAsync without an executor run, has about as many threads as the\nmachine has cores. That is too few for calls that wait.");
    }

    @Test
    void thePairThatDidNotOverlapIsNamed() {
        together("api-a", "api-b");
        once("api-c", OK);
        assertFails(
                () -> assertThat(timeline).overlapped("api-a", "api-b", "api-c"),
                "Expected api-a, api-b, api-c to overlap, but api-a and api-c were never under way together",
                "Something holds the others back: a lock held while waiting, or a pool with too few threads. The common\npool, where parallel streams and supplyAsync without an executor run, has about as many threads as the\nmachine has cores. That is too few for calls that wait.");
    }

    @Test
    void aLongSpanOverlapsALaterOneAcrossAnEmptyOne() {
        OpenSpan whole = timeline.open("whole");
        timeline.open("empty").end(OK);
        oneAfterAnother("short", "other");
        whole.end(OK);
        assertFails(
                () -> assertThat(timeline).ranOneAfterAnother(),
                "Expected one after another, but whole and short were under way at once",
                "The next was started before the one before it had ended. Wait for each before you start the next.");
    }

    @Test
    void theOrderOfStartCountsOnlyThoseNamed() {
        together("a", "b", "c");

        assertThat(timeline).startedInOrder("a", "c");
        assertFails(
                () -> assertThat(timeline).startedInOrder("c", "a"),
                "Expected them to start in the order c, a, but it was a, c",
                "Threads that are started together begin in any order. Where the order matters, one waits for another.");
    }

    @Test
    void theMomentsOfStartAreExact() {
        oneAfterAnother("tick", "tick", "tick");

        assertThat(timeline).startedAt("tick", Duration.ZERO, Duration.ofMillis(300), Duration.ofMillis(600));
        assertFails(
                () -> assertThat(timeline).startedAt("tick", Duration.ZERO, Duration.ofMillis(1500)),
                "Expected tick to start at 0 s, 1.5 s, but it was at 0 s, 300 ms, 600 ms",
                "");
    }

    @Test
    void theMakespanIsExact() {
        oneAfterAnother("a", "b", "c");

        assertThat(timeline).hasMakespan(Duration.ofMillis(900));
        assertFails(
                () -> assertThat(timeline).hasMakespan(Duration.ofMillis(300)),
                "Expected all of it to take 300 ms, but it took 900 ms",
                "Each was waited for before the next was started. Start all of them first, then wait. With Reactor, a call\nthat blocks holds up whoever subscribes: subscribeOn(Schedulers.boundedElastic()) gives it a thread.");
        assertFails(
                () -> assertThat(timeline).hasMakespan(Duration.ofSeconds(1)),
                "Expected all of it to take 1 s, but it took 900 ms",
                "");
    }

    @Test
    void everyTryOfANameHasAnOutcome() {
        once("flaky", FAILED);
        once("flaky", OK);
        once("steady", OK);

        assertThat(timeline).ended("flaky", FAILED, OK).ended("steady", OK);
        assertFails(
                () -> assertThat(timeline).ended("flaky", OK),
                "Expected flaky to have ended OK, but it was FAILED, OK",
                "");
        assertFails(
                () -> assertThat(timeline).ended("steady", CANCELLED),
                "Expected steady to have ended CANCELLED, but it was OK",
                "It was not stopped. Cancel what nobody needs any more, and let an interrupt end the work.");
    }

    @Test
    void whatStillRunsIsNamed() {
        OpenSpan left = timeline.open("left");
        once("done", OK);

        assertFails(
                () -> assertThat(timeline).hasNothingRunning(),
                "Expected nothing to be under way any more, but left still ran",
                "Work must not outlive the call that started it. Wait for it, or cancel it, before you return.");
        assertFails(
                () -> assertThat(timeline).ended("left", OK),
                "Expected left to have ended OK, but it was RUNNING",
                "Work must not outlive the call that started it. Wait for it, or cancel it, before you return.");
        left.end(OK);
        assertThat(timeline).hasNothingRunning();
    }

    @Test
    void aNameThatIsNotThereIsAnsweredWithThoseThatAre() {
        assertFails(
                () -> assertThat(timeline).overlapped("api-a", "api-d"),
                "Expected something named api-a, but there is nothing",
                "");
        together("api-a", "api-b");
        assertFails(
                () -> assertThat(timeline).overlapped("api-a", "api-d"),
                "Expected something named api-d, but there is api-a, api-b",
                "");
    }

    @Test
    void theNumberOfSpansCounts() {
        once("only", OK);
        assertFails(() -> assertThat(timeline).hasSpans(2), "Expected 2 to have been started, but it was 1", "");
        assertFails(
                () -> assertThat(timeline).hasPeakInFlight(2),
                "Expected 2 to be under way at once, but it was 1",
                "Not all of the work was started.");
    }

    @Test
    void aDescriptionComesFirst() {
        assertThatThrownBy(() -> assertThat(timeline).as("the fast style").hasSpans(1))
                .hasMessageStartingWith("[the fast style] Expected 1 to have been started, but it was 0");
    }

    private void oneAfterAnother(String... names) {
        for (String name : names) {
            once(name, OK);
        }
    }

    private void once(String name, Outcome outcome) {
        OpenSpan span = timeline.open(name);
        time.advance(Duration.ofMillis(300));
        span.end(outcome);
    }

    private void together(String... names) {
        var spans = Arrays.stream(names).map(timeline::open).toList();
        time.advance(Duration.ofMillis(300));
        spans.forEach(span -> span.end(OK));
    }

    private void assertFails(ThrowingCallable assertion, String message, String advice) {
        String drawing = TimelineDrawing.draw(timeline, Terminal.plain(80)).indent(2);
        assertThatThrownBy(assertion)
                .isInstanceOf(AssertionError.class)
                .hasMessage((message + ":\n" + drawing + advice).stripTrailing());
    }
}

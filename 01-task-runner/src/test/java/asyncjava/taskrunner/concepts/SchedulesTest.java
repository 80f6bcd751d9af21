package asyncjava.taskrunner.concepts;

import static asyncjava.testkit.TimelineAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import asyncjava.testkit.Caller;
import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@LeavesNoThreadBehind
final class SchedulesTest {

    private final VirtualTime time = VirtualTime.startWithReactor();
    private final Timeline timeline = Timeline.on(time.nanoTime());

    @AfterEach
    void endTime() {
        time.close();
    }

    @Test
    void whatIsToRunAfterAWhileRunsThenAndOnce() {
        var _ = Schedules.after(ms(250), this::task, time.scheduler());

        time.advance(ms(1000));

        assertThat(timeline).startedAt("task", ms(250));
    }

    @Test
    void whatIsToRunAtAMomentRunsAtThatMoment() {
        time.advance(ms(100));
        Instant moment = time.clock().instant().plusMillis(330);
        var _ = Schedules.at(moment, this::task, time.scheduler(), time.clock());

        time.advance(ms(1000));

        assertThat(timeline).startedAt("task", ms(430));
    }

    @Test
    void whatWasToRunAtAMomentThatIsOverRunsAtOnce() {
        time.advance(ms(100));
        var _ = Schedules.at(Instant.EPOCH, this::task, time.scheduler(), time.clock());

        time.runDue();

        assertThat(timeline).startedAt("task", ms(100));
    }

    @Test
    void whatRepeatsRunsAtOnceAndThenEveryPeriodUntilItIsCancelled() {
        Future<?> series = Schedules.every(ms(100), this::task, time.scheduler());
        time.advance(ms(250));
        series.cancel(false);

        time.advance(ms(1000));

        assertThat(timeline).startedAt("task", ms(0), ms(100), ms(200));
    }

    @Test
    void aLoopSleepsAfterItsWorkAndSoFallsBehind() {
        Runnable takes30ms = () -> {
            task();
            time.advance(ms(30));
        };
        Schedules.everyInALoop(ms(100), takes30ms, length -> {
            time.advance(length);
            if (timeline.opened() == 3) {
                throw new InterruptedException();
            }
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(timeline).startedAt("task", ms(0), ms(130), ms(260));
    }

    @Test
    void aLoopEndsWhenItIsInterrupted() throws InterruptedException {
        try (Caller<Boolean> caller = Caller.of(() -> {
            Schedules.everyInALoop(ms(100), this::task, time::sleep);
            return Thread.currentThread().isInterrupted();
        })) {
            time.awaitSleepers(1);
            caller.interrupt();

            assertThat(caller.result()).isTrue();
        }
        assertThat(timeline).hasSpans(1);
    }

    @Test
    void aStreamBeginsItsWorkEveryPeriodHoweverLongItTakesWithinThat() {
        StepVerifier.create(Schedules.everyInAStream(ms(100), work(ms(30))).take(3))
                .then(() -> time.advance(ms(1000)))
                .expectNextCount(3)
                .verifyComplete();

        assertThat(timeline).startedAt("task", ms(0), ms(100), ms(200));
    }

    @Test
    void aStreamLeavesOutTheTicksThatComeWhileItsWorkIsUnderWay() {
        StepVerifier.create(Schedules.everyInAStream(ms(100), work(ms(250))).take(3))
                .then(() -> time.advance(ms(1000)))
                .expectNextCount(3)
                .verifyComplete();

        assertThat(timeline).startedAt("task", ms(0), ms(300), ms(600));
    }

    @Test
    void aStreamThatIsCancelledLeavesNothingOnTheTimer() {
        StepVerifier.create(Schedules.everyInAStream(ms(100), work(ms(30))))
                .then(() -> time.advance(ms(50)))
                .expectNextCount(1)
                .thenCancel()
                .verify();

        assertThat(time.scheduled()).isZero();
    }

    private void task() {
        timeline.open("task").end(Outcome.OK);
    }

    private Mono<Long> work(Duration length) {
        return timeline.record("task", Mono.delay(length));
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }
}

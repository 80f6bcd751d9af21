package asyncjava.common.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@Timeout(20)
class RecordingTest {

    private final HandClock clock = new HandClock();
    private final Timeline timeline = Timeline.on(clock);

    @AfterEach
    void leaveNoInterruptBehind() {
        Thread.interrupted();
    }

    @Test
    void workThatReturnsIsOkAndItsResultIsHandedOn() throws Exception {
        String result = timeline.record("a", () -> {
            clock.advance(Duration.ofMillis(3));
            return "result";
        });

        assertThat(result).isEqualTo("result");
        assertThat(timeline.spans().getFirst().outcome()).isEqualTo(Outcome.OK);
        assertThat(timeline.spans().getFirst().duration()).isEqualTo(Duration.ofMillis(3));
    }

    @Test
    void anExceptionIsAFailureAndIsThrownOn() {
        IOException failure = new IOException("refused");

        assertThatThrownBy(() -> timeline.record("a", throwing(failure))).isSameAs(failure);
        assertThat(timeline.count(Outcome.FAILED)).isEqualTo(1);
    }

    @Test
    void anErrorIsAFailureToo() {
        assertThatThrownBy(() -> timeline.record("a", (Callable<String>) () -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(timeline.count(Outcome.FAILED)).isEqualTo(1);
    }

    @Test
    void aTimeoutIsAFailureAndNotACancellation() {
        assertThatThrownBy(() -> timeline.record("a", throwing(new TimeoutException())))
                .isInstanceOf(TimeoutException.class);
        assertThat(timeline.count(Outcome.FAILED)).isEqualTo(1);
    }

    @Test
    void anInterruptIsACancellation() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                timeline.record("waits", () -> {
                    started.countDown();
                    never.await();
                    return "never";
                });
            } catch (Exception interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        started.await();
        waiting.interrupt();
        waiting.join();

        assertThat(timeline.count(Outcome.CANCELLED)).isEqualTo(1);
    }

    @Test
    void anInterruptThatReactorWrappedIsStillACancellation() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> timeline.record(
                        "blocks", (Callable<String>) () -> Mono.<String>never().block()))
                .isInstanceOf(RuntimeException.class);
        assertThat(timeline.count(Outcome.CANCELLED)).isEqualTo(1);
    }

    @Test
    void aCancelledFutureIsACancellation() {
        CompletableFuture<String> cancelled = new CompletableFuture<>();
        CompletableFuture<String> dependent = cancelled.thenApply(value -> value + "!");
        cancelled.cancel(true);

        assertThatThrownBy(() -> timeline.record("joined", (Callable<String>) cancelled::join))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> timeline.record("dependent", (Callable<String>) dependent::join))
                .hasCauseInstanceOf(CancellationException.class);
        assertThat(timeline.count(Outcome.CANCELLED)).isEqualTo(2);
    }

    @Test
    void aMonoIsRecordedOncePerSubscriptionAndNotBefore() {
        Mono<String> recorded = timeline.record("a", Mono.just("result"));
        assertThat(timeline.opened()).isZero();

        assertThat(recorded.block()).isEqualTo("result");
        assertThat(recorded.block()).isEqualTo("result");
        assertThat(timeline.count(Outcome.OK)).isEqualTo(2);
    }

    @Test
    void anEmptyMonoIsOk() {
        timeline.record("empty", Mono.<String>empty()).block();

        assertThat(timeline.count(Outcome.OK)).isEqualTo(1);
    }

    @Test
    void aMonoThatFailsIsAFailure() {
        assertThatThrownBy(() -> timeline.record("a", Mono.<String>error(new IOException("refused")))
                        .block())
                .hasCauseInstanceOf(IOException.class);
        assertThat(timeline.count(Outcome.FAILED)).isEqualTo(1);
    }

    @Test
    void aCancelledSubscriptionIsACancellationAndEndsThen() {
        Sinks.One<String> sink = Sinks.one();
        var subscription = timeline.record("a", sink.asMono()).subscribe();
        clock.advance(Duration.ofMillis(4));
        subscription.dispose();
        clock.advance(Duration.ofMillis(4));
        sink.tryEmitValue("too late");

        assertThat(timeline.spans().getFirst().outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(timeline.spans().getFirst().duration()).isEqualTo(Duration.ofMillis(4));
        assertThat(timeline.count(Outcome.OK)).isZero();
    }

    @Test
    void onlyTheFirstEndCounts() {
        OpenSpan open = timeline.open("a");
        open.end(Outcome.CANCELLED);
        clock.advance(Duration.ofMillis(1));
        open.end(Outcome.OK);

        assertThat(timeline.spans().getFirst().outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(timeline.spans().getFirst().duration()).isZero();
        assertThat(timeline.count(Outcome.OK)).isZero();
        assertThat(timeline.count(Outcome.RUNNING)).isZero();
    }

    private static Callable<String> throwing(Exception failure) {
        return () -> {
            throw failure;
        };
    }
}

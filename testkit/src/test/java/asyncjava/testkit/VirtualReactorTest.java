package asyncjava.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.util.retry.Retry;

@LeavesNoThreadBehind
final class VirtualReactorTest {

    private final VirtualTime time = VirtualTime.startWithReactor();

    @AfterEach
    void close() {
        time.close();
    }

    enum Shared {
        PARALLEL,
        SINGLE,
        BOUNDED_ELASTIC;

        Scheduler scheduler() {
            return switch (this) {
                case PARALLEL -> Schedulers.parallel();
                case SINGLE -> Schedulers.single();
                case BOUNDED_ELASTIC -> Schedulers.boundedElastic();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDelayEndsWhenTheTestSaysSo(Shared shared) {
        StepVerifier.create(Mono.delay(Duration.ofHours(1), shared.scheduler()).map(_ -> time.elapsed()))
                .then(() -> time.advance(Duration.ofHours(1)))
                .expectNext(Duration.ofHours(1))
                .verifyComplete();
    }

    @ParameterizedTest
    @EnumSource
    void anIntervalTicksInVirtualTime(Shared shared) {
        StepVerifier.create(
                        Flux.interval(Duration.ofMinutes(1), shared.scheduler()).take(3))
                .then(() -> time.advance(Duration.ofMinutes(1)))
                .expectNext(0L)
                .then(() -> time.advance(Duration.ofMinutes(2)))
                .expectNext(1L, 2L)
                .verifyComplete();
        assertThat(time.scheduled()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theSchedulersTellVirtualTime(Shared shared) {
        time.advance(Duration.ofMillis(1500));
        assertThat(shared.scheduler().now(TimeUnit.MILLISECONDS)).isEqualTo(1500);
    }

    @ParameterizedTest
    @EnumSource
    void aCancelledDelayLeavesNothingBehind(Shared shared) {
        var running = Mono.delay(Duration.ofHours(1), shared.scheduler()).subscribe();
        assertThat(time.scheduled()).isEqualTo(1);
        running.dispose();
        assertThat(time.scheduled()).isZero();
    }

    @Test
    void timeoutAndRetryGoByVirtualTime() {
        var attempts = Mono.never()
                .timeout(Duration.ofSeconds(1))
                .retryWhen(Retry.fixedDelay(1, Duration.ofSeconds(5)))
                .onErrorMap(Throwable::getCause);
        StepVerifier.create(attempts)
                .then(() -> time.advance(Duration.ofSeconds(7)))
                .verifyError(TimeoutException.class);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void tasksOfAParallelSchedulerRunOnTheThreadThatMovesTheTime() {
        List<Thread> ran = new ArrayList<>();
        Schedulers.parallel().schedule(() -> ran.add(Thread.currentThread()));
        assertThat(ran).isEmpty();
        time.runDue();
        assertThat(ran).containsExactly(Thread.currentThread());
    }

    @Test
    void blockingCodeOnBoundedElasticMaySleep() throws InterruptedException {
        Mono<String> sleeping = Mono.fromCallable(() -> {
                    time.sleep(Duration.ofHours(1));
                    return "awake at " + time.elapsed();
                })
                .subscribeOn(Schedulers.boundedElastic());
        var result = sleeping.toFuture();
        time.awaitSleepers(1);
        time.advance(Duration.ofHours(1));
        assertThat(result.join()).isEqualTo("awake at PT1H");
    }

    @Test
    void aSchedulerMadeMeanwhileEndsAlone() {
        Scheduler own = Schedulers.newParallel("own");
        own.schedule(() -> {}, 1, TimeUnit.HOURS);
        Schedulers.parallel().schedule(() -> {}, 1, TimeUnit.HOURS);
        own.dispose();
        assertThat(own.isDisposed()).isTrue();
        assertThat(time.scheduled()).isEqualTo(1);
    }

    @Test
    void closingPutsBackTheSchedulersThatWereThere() {
        time.close();
        Scheduler before = Schedulers.parallel();
        try (VirtualTime another = VirtualTime.startWithReactor()) {
            assertThat(Schedulers.parallel()).isNotSameAs(before);
            Schedulers.parallel().schedule(() -> {});
            assertThat(another.scheduled()).isEqualTo(1);
        }
        assertThat(Schedulers.parallel()).isSameAs(before);
        StepVerifier.create(Mono.fromCallable(Thread::currentThread).subscribeOn(Schedulers.parallel()))
                .assertNext(thread -> assertThat(thread.getName()).startsWith("parallel-"))
                .verifyComplete();
    }
}

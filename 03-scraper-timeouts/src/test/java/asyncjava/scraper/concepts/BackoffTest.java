package asyncjava.scraper.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.common.timeline.Span;
import asyncjava.common.timeline.Timeline;
import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.VirtualTime;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@LeavesNoThreadBehind
final class BackoffTest {

    private final List<Exception> failures = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private int calls;

    static Stream<IOException> whatMayPass() {
        return Stream.of(
                refused(408),
                refused(429),
                refused(500),
                refused(503),
                new ConnectException(),
                new IOException("reset"));
    }

    static Stream<Exception> whatWillNotPass() {
        return Stream.of(refused(400), refused(404), refused(410), new IllegalStateException());
    }

    @ParameterizedTest
    @MethodSource("whatMayPass")
    void asksAgainAfterWhatMayPass(Exception failure) throws Exception {
        failures.add(failure);

        assertThat(retried(1)).isEqualTo("page");
        assertThat(calls).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("whatWillNotPass")
    void asksOnceWhereTheFailureStays(Exception failure) {
        failures.add(failure);

        assertThatThrownBy(() -> retried(3)).isSameAs(failure);
        assertThat(calls).isOne();
    }

    @Test
    void givesUpWithTheLastFailureAfterSoManyRetries() {
        IOException last = refused(500);
        failures.addAll(List.of(refused(503), refused(502), last, refused(501)));

        assertThatThrownBy(() -> retried(2)).isSameAs(last);
        assertThat(pauses).containsExactly(ms(1), ms(2));
    }

    @Test
    void whatTheServerAsksForComesBeforeThePauseUpToTheCap() throws Exception {
        failures.addAll(List.of(new Refused(429, ms(700)), new Refused(429, Duration.ofHours(1))));

        assertThat(retried(2)).isEqualTo("page");
        assertThat(pauses).containsExactly(ms(701), Backoff.CAP.plusMillis(2));
    }

    @Test
    void anInterruptInThePauseIsTheEnd() {
        Callable<String> call = () -> {
            calls++;
            throw refused(503);
        };
        assertThatThrownBy(() -> Backoff.retry(call, 3, Duration::ofMillis, _ -> {
                    throw new InterruptedException();
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(calls).isOne();
    }

    @Test
    void doubledPausesAreTheSameForAllAndEndAtTheCap() {
        assertThat(Stream.of(1, 2, 3, 4, 5, 6, 65).map(Backoff::doubled))
                .containsExactly(ms(100), ms(200), ms(400), ms(800), ms(1600), Backoff.CAP, Backoff.CAP);
    }

    @Test
    void fullJitterIsAnythingFromNothingToTheDoubledPause() {
        RandomGenerator random = new SplittableRandom(1);
        List<Duration> second = Stream.generate(() -> Backoff.fullJitter(2, random))
                .limit(1000)
                .sorted()
                .toList();

        assertThat(second).doesNotHaveDuplicates();
        assertThat(second.getFirst()).isBetween(ms(0), ms(2));
        assertThat(second.get(500)).isBetween(ms(90), ms(110));
        assertThat(second.getLast()).isBetween(ms(198), ms(200));
    }

    @Test
    void reactorsJitterNeverGoesBelowTheFirstPause() {
        try (VirtualTime time = VirtualTime.startWithReactor()) {
            List<Duration> first = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                Timeline timeline = Timeline.on(time.nanoTime());
                StepVerifier.create(Backoff.withReactor(timeline.record("client", Mono.error(refused(503))), 1))
                        .then(() -> time.advance(ms(1000)))
                        .verifyErrorMatches(e -> e instanceof Refused);
                first.add(timeline.spans().stream().map(Span::start).toList().getLast());
            }

            assertThat(first).allSatisfy(pause -> assertThat(pause).isBetween(ms(100), ms(200)));
            assertThat(first.stream().distinct().count()).isGreaterThan(10);
        }
    }

    @Test
    void reactorTriesAgainTooAndThrowsTheFailureItself() {
        try (VirtualTime time = VirtualTime.startWithReactor()) {
            failures.addAll(List.of(refused(503), refused(503), refused(404), refused(503)));
            StepVerifier.create(Backoff.withReactor(Mono.fromCallable(this::answer), 5))
                    .then(() -> time.advance(ms(10_000)))
                    .verifyErrorMessage("status 404");
            assertThat(calls).isEqualTo(3);
        }
    }

    private String retried(int retries) throws Exception {
        return Backoff.retry(this::answer, retries, Duration::ofMillis, pauses::add);
    }

    /// Fails so many times, and then answers.
    private String answer() throws Exception {
        calls++;
        if (calls <= failures.size()) {
            throw failures.get(calls - 1);
        }
        return "page";
    }

    private static Refused refused(int status) {
        return new Refused(status, Duration.ZERO);
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }
}

package asyncjava.scraper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

final class ReactivePermitsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ReactivePermits permits = new ReactivePermits(1);
    private final List<String> began = new ArrayList<>();

    @Test
    void whoCameFirstIsServedFirst() {
        Sinks.One<String> first = Sinks.one();
        Disposable a = work("a", first.asMono()).subscribe();
        Disposable b = work("b", Mono.just("b")).subscribe();
        Disposable c = work("c", Mono.just("c")).subscribe();
        assertThat(began).containsExactly("a");

        first.tryEmitValue("a").orThrow();

        assertThat(began).containsExactly("a", "b", "c");
        assertThat(List.of(a, b, c)).allMatch(Disposable::isDisposed);
    }

    @Test
    void aWaiterThatIsCancelledReturnsItsPlace() {
        Sinks.One<String> first = Sinks.one();
        Disposable a = work("a", first.asMono()).subscribe();
        Disposable b = work("b", Mono.just("b")).subscribe();
        b.dispose();

        first.tryEmitValue("a").orThrow();

        assertThat(a.isDisposed()).isTrue();
        StepVerifier.create(work("c", Mono.just("c"))).expectNext("c").verifyComplete();
        assertThat(began).containsExactly("a", "c");
    }

    @Test
    void aWaiterWhoseTimeIsOverReturnsItsPlace() {
        Sinks.One<String> first = Sinks.one();
        StepVerifier.withVirtualTime(() -> {
                    Disposable a = work("a", first.asMono()).subscribe();
                    assertThat(a.isDisposed()).isFalse();
                    return work("b", Mono.just("b"));
                })
                .expectSubscription()
                .expectNoEvent(LONG)
                .expectNext("too late")
                .verifyComplete();
        first.tryEmitValue("a").orThrow();

        StepVerifier.create(work("c", Mono.just("c"))).expectNext("c").verifyComplete();
        assertThat(began).containsExactly("a", "c");
    }

    /// Or so many would be on one stack: the first that is admitted ends within its admission, and so do all the
    /// others.
    @Test
    void aLongQueueOfWorkThatEndsAtOnceIsNoDeepStack() {
        Sinks.One<String> first = Sinks.one();
        Disposable a = work("a", first.asMono()).subscribe();
        for (int i = 0; i < 100_000; i++) {
            var _ = work("b", Mono.just("b")).subscribe();
        }

        first.tryEmitValue("a").orThrow();

        assertThat(a.isDisposed()).isTrue();
        assertThat(began).hasSize(100_001);
    }

    @Test
    void workThatFailsOrIsCancelledGivesItsPermitBack() {
        StepVerifier.create(work("a", Mono.error(new IllegalStateException()))).verifyError();
        TestPublisher<String> endless = TestPublisher.create();
        work("b", endless.mono()).subscribe().dispose();
        endless.assertCancelled();

        StepVerifier.create(work("c", Mono.just("c"))).expectNext("c").verifyComplete();
    }

    private Mono<String> work(String name, Mono<String> work) {
        return permits.withPermit(LONG, work.doOnSubscribe(_ -> began.add(name)), () -> "too late");
    }
}

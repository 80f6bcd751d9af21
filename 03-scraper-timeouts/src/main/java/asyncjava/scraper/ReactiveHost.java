package asyncjava.scraper;

import asyncjava.scraper.Outcome.Clock;
import asyncjava.scraper.Outcome.TimedOut;
import java.time.Duration;
import reactor.core.publisher.Mono;

/// What one host can be asked, without a thread that waits: the same two rules as [BlockingHost], of the
/// same parts.
final class ReactiveHost {

    private final ReactivePermits permits;
    private final ReactivePermits turn = new ReactivePermits(1);
    private final TokenBucket bucket;
    private final Limits limits;

    ReactiveHost(Limits limits) {
        this.limits = limits;
        permits = new ReactivePermits(limits.atOnce());
        bucket = new TokenBucket(limits.perSecond(), limits.atOnce(), System::nanoTime);
    }

    /// Makes a request once it may begin.
    Mono<Reply> ask(Mono<Reply> request) {
        Mono<Reply> atItsRate =
                rate().flatMap(inTime -> inTime ? request : Mono.just(timedOut(Clock.RATE, limits.rateWait())));
        return permits.withPermit(limits.permitWait(), atItsRate, () -> timedOut(Clock.PERMIT, limits.permitWait()));
    }

    /// First come, first served: who has the turn waits for the next token, the others for the turn.
    ///
    /// @return whether there was a token in time
    private Mono<Boolean> rate() {
        return turn.withPermit(limits.rateWait(), token().thenReturn(true), () -> false)
                .timeout(limits.rateWait(), Mono.just(false));
    }

    private Mono<Void> token() {
        return Mono.defer(() -> {
            long wait = bucket.take();
            return wait == 0 ? Mono.empty() : Mono.delay(Duration.ofNanos(wait)).then(token());
        });
    }

    private static Reply timedOut(Clock clock, Duration limit) {
        return new Reply.None(new TimedOut(clock, limit), Duration.ZERO);
    }
}

package asyncjava.scraper.concepts;

import asyncjava.common.cli.Durations;
import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A site allows ten requests a second. asyncio's usual recipe is a `Semaphore` and a `sleep`; a semaphore
/// alone limits how many are under way, and how many that is in a second depends on how soon the server
/// answers. What limits the beginnings is a [TokenBucket]; in Reactor, where no burst is wanted,
/// `delayElements`.
///
/// Expect eight calls that take 150 ms each: three begin at once, which is the burst, and then one every
/// 100 ms, however many are under way. In Reactor one begins every 100 ms from the start. Then the mistake:
/// with the same two permits the server gets ten times as many requests when it answers ten times as fast.
///
/// Reach for it where a server says so many per second, or per minute. It limits nothing else: when the
/// server is slow, requests pile up, and it takes a semaphore beside it. Do not take `limitRate` for it,
/// which is about demand and knows no time.
final class RateLimit {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    private RateLimit() {}

    static void main() throws InterruptedException {
        Timeline bucket = Timeline.start();
        withBucket(calls(bucket), new TokenBucket(INTERVAL, 3, System::nanoTime, Thread::sleep));
        Show.timeline("A token bucket: one every 100 ms, and a burst of 3", bucket);
        Timeline spaced = Timeline.start();
        withReactor(calls(spaced), INTERVAL).blockLast();
        Show.timeline("Flux.delayElements, 100 ms", spaced);

        IO.println("The mistake, a semaphore of 2 for a rate");
        for (Duration latency : List.of(Duration.ofMillis(100), Duration.ofMillis(10))) {
            Timeline limited = Timeline.start();
            SlowCall call = new SlowCall("page", latency, limited);
            limitedInNumber(call.mono(), 2).take(Duration.ofMillis(500)).blockLast();
            Duration between = Duration.ofMillis(500).dividedBy(limited.opened());
            IO.println("  answered in %3d ms: a request every %s"
                    .formatted(latency.toMillis(), Durations.format(between)));
        }
    }

    static void withBucket(List<? extends Callable<?>> calls, TokenBucket bucket) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<?> call : calls) {
                bucket.take();
                var _ = executor.submit(call);
            }
        }
    }

    /// One after each interval, from one interval on; a pause earns nothing.
    static Flux<String> withReactor(List<SlowCall> calls, Duration interval) {
        return Flux.fromIterable(calls).delayElements(interval).flatMap(SlowCall::mono);
    }

    /// The mistake: so many under way, one after another, as fast as they are answered.
    static <T> Flux<T> limitedInNumber(Mono<T> call, int limit) {
        return Flux.range(0, Integer.MAX_VALUE).flatMap(_ -> call, limit);
    }

    private static List<SlowCall> calls(Timeline timeline) {
        return IntStream.rangeClosed(1, 8)
                .mapToObj(i -> new SlowCall("page-" + i, Duration.ofMillis(150), timeline))
                .toList();
    }
}

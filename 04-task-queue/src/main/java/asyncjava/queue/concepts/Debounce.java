package asyncjava.queue.concepts;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A customer changes an order again and again, and it is to be sent once, when they leave it alone:
/// debounce. asyncio has a loop around `wait_for` for it, and Java one around `poll` with a limit. In
/// Reactor it is `sampleTimeout`.
///
/// Expect three quick changes, a fourth by itself, and then one every 60 ms without end. Loop and stream
/// send the third and the fourth, each when nothing has come for 100 ms. Of the rest they send none: it is
/// never quiet. The last line sends the newest every 200 ms, which is a throttle.
///
/// Reach for it where only the last of a burst counts: what is typed, a file that is written in pieces. Do
/// not where changes may never end, or nobody hears of any of them: there it takes a throttle.
final class Debounce {

    static final Duration QUIET = Board.TICK;

    private Debounce() {}

    static void main() throws InterruptedException {
        var _ = sent(Duration.ofMillis(1)); // what it loads would make the first ones late
        IO.println(sent(Board.WHOLE));
    }

    /// Goes on until its thread is interrupted.
    static void inALoop(Changes changes, LongConsumer send) throws InterruptedException {
        Long last = null;
        while (true) {
            Long next = changes.poll(QUIET.toNanos());
            if (next == null && last != null) {
                send.accept(last);
            }
            last = next;
        }
    }

    static <T> Flux<T> withReactor(Flux<T> changes) {
        return changes.sampleTimeout(_ -> Mono.delay(QUIET));
    }

    /// The newest at each tick, and nothing where nothing has come.
    static <T> Flux<T> throttled(Flux<T> changes, Duration every) {
        return changes.sample(every);
    }

    private static String sent(Duration time) throws InterruptedException {
        BlockingQueue<Long> queue = new ArrayBlockingQueue<>(100);
        Board changed = new Board();
        Board loop = new Board();
        Board stream = new Board();
        Board throttled = new Board();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> polling = executor.submit(() -> {
                inALoop(nanos -> queue.poll(nanos, TimeUnit.NANOSECONDS), loop);
                return loop;
            });
            Flux<Long> changes = changes()
                    .doOnNext(changed::accept)
                    .doOnNext(queue::add)
                    .publish()
                    .autoConnect(2);
            Flux.merge(
                            withReactor(changes).doOnNext(stream::accept),
                            throttled(changes, QUIET.multipliedBy(2)).doOnNext(throttled::accept))
                    .take(time)
                    .blockLast();
            polling.cancel(true);
        }
        return """
                after ms             %s
                changes              %s
                A loop with a limit  %s
                Flux.sampleTimeout   %s
                Flux.sample          %s""".formatted(Board.HEADING, changed, loop, stream, throttled);
    }

    private static Flux<Long> changes() {
        Flux<Long> pauses =
                Flux.just(20L, 60L, 60L, 280L, 200L).concatWith(Flux.just(60L).repeat(19));
        return pauses.concatMap(pause -> Mono.delay(Duration.ofMillis(pause))).index((index, _) -> index + 1);
    }

    @FunctionalInterface
    interface Changes {
        /// Waits so long for a change, null when none has come.
        @Nullable
        Long poll(long nanos) throws InterruptedException;
    }
}

package asyncjava.queue.concepts;

import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// In a stream nobody waits at a full queue. The reader says how many it has room for, and no more are
/// made: that is Reactor's backpressure. How many are under way is the second argument of `flatMap`.
/// `limitRate` is something else: it cuts a large demand into small ones, for a source that had better be
/// asked for a little at a time, such as a page of a table.
///
/// Expect forty orders three times over, with what their source was asked for. `flatMap` with a limit of
/// two asks for two, and then for one whenever one is done. With `limitRate(10)` between, the source is
/// asked for ten, and for eight more whenever eight are gone; still two are under way. In the end
/// `limitRate` stands alone: the source is asked for as little, and all forty are under way at once.
///
/// Reach for `limitRate` for the sake of the source. Do not take it for a limit of what is under way, nor
/// of what begins in a second.
final class Demand {

    private static final int ORDERS = 40;

    private Demand() {}

    static void main() {
        show("flatMap(work, 2)", (orders, work) -> limited(orders, work, 2));
        show("limitRate(10), flatMap(work, 2)", (orders, work) -> inBatches(orders, work, 10, 2));
        show("The mistake, limitRate(10), flatMap(work)", (orders, work) -> limitRateAlone(orders, work, 10));
    }

    static Flux<String> limited(Flux<String> orders, Function<String, Mono<String>> work, int atOnce) {
        return orders.flatMap(work, atOnce);
    }

    /// So many at once, and so many asked for ahead of them.
    static Flux<String> inBatches(Flux<String> orders, Function<String, Mono<String>> work, int ahead, int atOnce) {
        return orders.limitRate(ahead).flatMap(work, atOnce);
    }

    /// The mistake: `flatMap` takes up to 256 unless it is told otherwise. They come in small batches, one
    /// right after another, and none of them waits for the work.
    static Flux<String> limitRateAlone(Flux<String> orders, Function<String, Mono<String>> work, int ahead) {
        return orders.limitRate(ahead).flatMap(work);
    }

    private static void show(String heading, Way way) {
        List<Long> asked = new ArrayList<>();
        Timeline timeline = Timeline.start();
        Flux<String> orders = Flux.range(1, ORDERS).map(i -> "order-" + i).doOnRequest(asked::add);
        way.through(
                        orders,
                        order -> timeline.record(
                                order, Mono.delay(Duration.ofMillis(20)).thenReturn(order)))
                .blockLast();
        IO.println("%-42s %2d under way at most, asked for %s, ..."
                .formatted(
                        heading + ":",
                        timeline.peakInFlight(),
                        asked.stream().limit(4).map(String::valueOf).collect(Collectors.joining(", "))));
    }

    @FunctionalInterface
    interface Way {
        Flux<String> through(Flux<String> orders, Function<String, Mono<String>> work);
    }
}

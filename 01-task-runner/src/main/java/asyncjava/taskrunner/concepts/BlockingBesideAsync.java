package asyncjava.taskrunner.concepts;

import asyncjava.common.timeline.OpenSpan;
import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import java.math.BigInteger;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// A read that blocks its thread, and then work for the processor: each wants a thread of another kind. asyncio
/// keeps them off its loop with `to_thread` and `run_in_executor`. A virtual thread may block, and hands the
/// rest to a pool with a thread for each core. In Reactor `subscribeOn` names the threads for the read, and
/// `publishOn` those for what follows it.
///
/// Expect the thread of each step in the heading of its picture. A message, due after 100 ms on Reactor's only
/// `single` thread, comes in time, until the last picture has the read block that thread: there it comes after
/// 400 ms.
///
/// Reach for virtual threads where you may choose, and for `boundedElastic` where a blocking call must go into
/// a stream. Do not block a `parallel` or `single` thread. Reactor refuses `block()` there, but cannot see that
/// a call sleeps or reads.
final class BlockingBesideAsync {

    private BlockingBesideAsync() {}

    static void main() throws InterruptedException, ExecutionException {
        Timeline virtual = Timeline.start();
        withVirtualThread(read(virtual), crunch(virtual));
        show("Virtual threads and a pool", virtual);

        Timeline reactor = Timeline.start();
        Mono.when(withReactor(read(reactor), crunch(reactor)), message(reactor)).block();
        show("Reactor", reactor);

        Timeline heldUp = Timeline.start();
        Mono.when(blockingOne(read(heldUp), Schedulers.single()), message(heldUp))
                .block();
        show("The mistake, to block one of few threads", heldUp);
    }

    static String withVirtualThread(Callable<String> read, UnaryOperator<String> crunch)
            throws InterruptedException, ExecutionException {
        var named = Thread.ofPlatform().name("core-", 1).factory();
        try (var waiting = Executors.newVirtualThreadPerTaskExecutor();
                var cores = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), named)) {
            String page = waiting.submit(read).get();
            return cores.submit(() -> crunch.apply(page)).get();
        }
    }

    static Mono<String> withReactor(Callable<String> read, UnaryOperator<String> crunch) {
        return Mono.fromCallable(read)
                .subscribeOn(Schedulers.boundedElastic())
                .publishOn(Schedulers.parallel())
                .map(crunch);
    }

    /// The mistake: the read blocks a thread for which other streams wait, that have nothing to do with it.
    static Mono<String> blockingOne(Callable<String> read, Scheduler few) {
        return Mono.fromCallable(read).subscribeOn(few);
    }

    private static Callable<String> read(Timeline timeline) {
        return new SlowCall("read", Duration.ofMillis(400), timeline);
    }

    private static UnaryOperator<String> crunch(Timeline timeline) {
        return page -> {
            OpenSpan span = timeline.open("crunch");
            String digits = BigInteger.valueOf(page.length()).pow(100_000).toString();
            span.end(Outcome.OK);
            return digits;
        };
    }

    private static Mono<Long> message(Timeline timeline) {
        return timeline.record("message", Mono.delay(Duration.ofMillis(100), Schedulers.single()));
    }

    private static void show(String heading, Timeline timeline) {
        String threads = timeline.spans().stream()
                .filter(span -> !span.name().equals("message"))
                .map(span -> span.name() + " on " + span.thread())
                .collect(Collectors.joining(", "));
        Show.timeline(heading + ": " + threads, timeline);
    }
}

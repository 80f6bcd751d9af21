package asyncjava.taskrunner.concepts;

import asyncjava.common.timeline.Timeline;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Several calls at once, and their answers in the order in which they were asked for, whichever comes first:
/// asyncio's `gather`. Java has it four times: `invokeAll` here, a scope in [StructuredGather], `allOf` over
/// `CompletableFuture`s, and `flatMapSequential` in Reactor.
///
/// Expect a wall of bars for each, 400 ms wide, and the answers always as tea, toast, egg though the egg is done
/// first. The last picture is a staircase: a stream is lazy, and so each future is waited for before the next is made.
///
/// Reach for `invokeAll` first, and for a scope where one failure makes the rest pointless. Do not gather what you
/// could use the moment it comes, nor ten thousand calls that ask one server at once: those want a limit.
final class Gather {

    private Gather() {}

    static void main() throws Exception {
        show("invokeAll", Gather::withInvokeAll);
        show("a structured scope", StructuredGather::gather);
        show("CompletableFuture.allOf", Gather::withFutures);
        show("Flux.flatMapSequential", Gather::withReactor);
        show("The mistake, a lazy stream that starts and waits in one go", Gather::startedAndAwaitedInOneStream);
    }

    static List<String> withInvokeAll(List<? extends Callable<String>> calls) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> done = executor.invokeAll(calls);
            return done.stream().map(Future::resultNow).toList();
        }
    }

    static List<String> withFutures(List<? extends Callable<String>> calls) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = calls.stream().map(call -> start(call, executor)).toList(); // all are started here
            CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).join();
            return futures.stream().map(CompletableFuture::join).toList();
        }
    }

    static List<String> withReactor(List<? extends Callable<String>> calls) {
        return Flux.fromIterable(calls)
                .flatMapSequential(call -> Mono.fromCallable(call).subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    /// The mistake: without a `toList()` between them, `map` starts a call and the next `map` waits for it, one by one.
    static List<String> startedAndAwaitedInOneStream(List<? extends Callable<String>> calls) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return calls.stream()
                    .map(call -> start(call, executor))
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private static CompletableFuture<String> start(Callable<String> call, Executor executor) {
        return CompletableFuture.supplyAsync(() -> answerOf(call), executor);
    }

    // A Supplier may not throw checked exceptions; this is the wrapper that CompletableFuture itself uses.
    static String answerOf(Callable<String> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private static void show(String heading, Way way) throws Exception {
        Timeline timeline = Timeline.start();
        List<String> answers = way.gather(SlowCall.breakfast(timeline));
        Show.timeline(heading + ": " + answers, timeline);
    }

    @FunctionalInterface
    interface Way {
        List<String> gather(List<? extends Callable<String>> calls) throws Exception;
    }
}

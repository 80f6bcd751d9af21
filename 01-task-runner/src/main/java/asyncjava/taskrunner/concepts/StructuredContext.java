package asyncjava.taskrunner.concepts;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/// A log line deep down names the request that it belongs to, and no method on the way has to hand the name
/// through. asyncio has the `ContextVar`, which a task inherits. Java has the `ScopedValue`: bound for one call
/// and all that it calls, inherited by the forks of a scope, and gone when the call returns. Reactor's
/// `Context` belongs to a subscription and goes with it from thread to thread.
///
/// Expect two lines from the forks of a scope and two from threads of Reactor, all with the name of their
/// request. Then a line from an ordinary executor, which does not know the name, and one from a task that took
/// it along.
///
/// Reach for a scoped value for what belongs to a request as a whole, such as its id, its user or its deadline.
/// Do not hide in it what a method works on: that is a parameter. For what a `ThreadLocal` does instead, see
/// [LeftoverThreadLocal].
final class StructuredContext {

    static final ScopedValue<String> REQUEST = ScopedValue.newInstance();

    private StructuredContext() {}

    static void main() throws InterruptedException, ExecutionException {
        IO.println("A scoped value, in the forks of a scope:");
        inAScope("request 7", List.of(() -> line("price"), () -> line("stock"))).forEach(StructuredContext::print);

        IO.println("Reactor's context, on other threads:");
        Mono<String> price = Mono.delay(Duration.ofMillis(20)).then(reactorsLine("price"));
        Mono<String> stock = Mono.delay(Duration.ofMillis(10)).then(reactorsLine("stock"));
        inReactor("request 7", List.of(price, stock))
                .doOnNext(StructuredContext::print)
                .blockLast();

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            IO.println("The mistake, a scoped value and an ordinary executor:");
            print(onAnExecutor("request 7", () -> line("price"), executor).get());
            IO.println("The same executor, and a task that takes the value along:");
            print(takenAlong("request 7", () -> line("price"), executor).get());
        }
    }

    /// What is to be logged deep down; nobody says here which request it is.
    static String line(String step) {
        return step + " for " + REQUEST.orElse("nobody");
    }

    static List<String> inAScope(String request, List<Callable<String>> steps) throws InterruptedException {
        return ScopedValue.where(REQUEST, request).call(() -> {
            try (var scope = StructuredTaskScope.open(Joiner.<String>allSuccessfulOrThrow())) {
                steps.forEach(scope::fork);
                return scope.join().map(Subtask::get).toList();
            }
        });
    }

    static Mono<String> reactorsLine(String step) {
        return Mono.deferContextual(context -> Mono.just(step + " for " + context.get("request")));
    }

    /// Written last, because a context goes up the chain: only what stands above it can see it.
    static Flux<String> inReactor(String request, List<Mono<String>> steps) {
        return Flux.mergeSequential(steps).contextWrite(Context.of("request", request));
    }

    /// The mistake: the threads of an executor belong to no scope and inherit nothing. Nor do those of
    /// asyncio's `run_in_executor`.
    static <T> Future<T> onAnExecutor(String request, Callable<T> step, ExecutorService executor) {
        return ScopedValue.where(REQUEST, request).call(() -> executor.submit(step));
    }

    static <T> Future<T> takenAlong(String request, Callable<T> step, ExecutorService executor) {
        return ScopedValue.where(REQUEST, request).call(() -> executor.submit(takingAlong(step)));
    }

    /// Reads the value where it is bound, and binds it again where the step runs; asyncio's `to_thread` does so
    /// unasked.
    private static <T> Callable<T> takingAlong(Callable<T> step) {
        String request = REQUEST.get();
        return () -> ScopedValue.where(REQUEST, request).call(step::call);
    }

    private static void print(String line) {
        IO.println("  " + line);
    }
}

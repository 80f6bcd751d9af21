package asyncjava.taskrunner.concepts;

import asyncjava.common.timeline.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;

/// Three answers are needed together, and one call fails: whatever the others still do is for nothing.
/// asyncio's `TaskGroup` cancels them at the first failure, and so does a `StructuredTaskScope` (a preview in
/// Java 25, JEP 505). It interrupts them, waits until they have ended, and throws the failure as the cause of a
/// `FailedException`.
///
/// Expect the toast to burn after 150 ms. In the scope tea and egg end there too, cancelled; under `allOf` they
/// go on to their ends, and only then is the failure heard of.
///
/// Reach for it where the answers are of use only together. Do not where each is of use by itself: there a
/// failure is a value beside the answers.
final class StructuredFailFast {

    private StructuredFailFast() {}

    static void main() throws InterruptedException {
        Timeline inScope = Timeline.start();
        try {
            IO.println(breakfast(tea(inScope), burning(inScope), egg(inScope)));
        } catch (FailedException e) {
            Show.timeline("A scope: " + e.getCause(), inScope);
        }
        Timeline underAllOf = Timeline.start();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = List.of(tea(underAllOf), burning(underAllOf), egg(underAllOf));
            withAllOf(calls, executor).join();
        } catch (CompletionException e) {
            Show.timeline("The mistake, allOf taken for a group: " + e.getCause(), underAllOf);
        }
    }

    /// @throws FailedException when a call failed; its cause is that failure
    static List<String> breakfast(Callable<String> makeTea, Callable<String> makeToast, Callable<String> boilEgg)
            throws InterruptedException {
        try (var scope = StructuredTaskScope.open()) {
            var tea = scope.fork(makeTea);
            var toast = scope.fork(makeToast);
            var egg = scope.fork(boilEgg);
            scope.join();
            return List.of(tea.get(), toast.get(), egg.get());
        }
    }

    /// The mistake: `allOf` is done when all of its futures are. It hears of a failure at the end, and stops
    /// nobody.
    static CompletableFuture<Void> withAllOf(List<? extends Callable<String>> calls, Executor executor) {
        return CompletableFuture.allOf(calls.stream()
                .map(call -> CompletableFuture.supplyAsync(() -> Gather.answerOf(call), executor))
                .toArray(CompletableFuture[]::new));
    }

    private static Callable<String> tea(Timeline timeline) {
        return new SlowCall("tea", Duration.ofMillis(400), timeline);
    }

    private static Callable<String> egg(Timeline timeline) {
        return new SlowCall("egg", Duration.ofMillis(200), timeline);
    }

    private static Callable<String> burning(Timeline timeline) {
        return () -> timeline.record("toast", () -> {
            Thread.sleep(Duration.ofMillis(150));
            throw new IOException("the toast is burnt");
        });
    }
}

package asyncjava.taskrunner.concepts;

import asyncjava.common.timeline.OpenSpan;
import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

/// Log in, then fetch the orders: the second call needs the answer of the first. asyncio writes `await` before
/// each. Java has `get()` for a thread that may stand still, `thenCompose` for a future that follows a future,
/// and `flatMap` for a `Mono` that follows a `Mono`.
///
/// Expect two steps each time, the orders after the log-in. In the last picture the first answer is no answer
/// but a future, and the orders are still on their way.
///
/// Reach for `get()` on a virtual thread first: it reads like Python, and it can be interrupted, which `join()`
/// cannot. Reach for `thenCompose` or `flatMap` where you hand on a future or a stream. Do not call `get()` on
/// the thread of an event loop: everybody else's work would wait too, see [BlockedLoop].
final class Await {

    private Await() {}

    static void main() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            show(
                    "get() on a virtual thread",
                    shop -> executor.submit(() -> withGet(shop)).get());
        }
        show("thenCompose", shop -> withThenCompose(shop).get());
        show("flatMap", shop -> withFlatMap(shop).toFuture().get());
        Timeline timeline = Timeline.start();
        Future<?> answer = (Future<?>) withThenApply(new SlowShop(timeline)).get();
        Show.timeline("The mistake, thenApply: " + answer, timeline);
        IO.println("Awaited once more: " + answer.get());
    }

    static String withGet(Shop shop) throws InterruptedException, ExecutionException {
        String session = shop.logIn("Ada").get();
        return shop.ordersOf(session).get();
    }

    static CompletableFuture<String> withThenCompose(Shop shop) {
        return shop.logIn("Ada").thenCompose(session -> shop.ordersOf(session));
    }

    static Mono<String> withFlatMap(Shop shop) {
        return Mono.fromFuture(() -> shop.logIn("Ada"))
                .flatMap(session -> Mono.fromFuture(() -> shop.ordersOf(session)));
    }

    /// The mistake: an answer that is itself a future. It is there as soon as the second call has begun, and
    /// counts as a success even if that call fails. The compiler is content; Error Prone would not be, and is
    /// told to look away.
    @SuppressWarnings("FutureReturnValueIgnored")
    static CompletableFuture<?> withThenApply(Shop shop) {
        return shop.logIn("Ada").thenApply(session -> shop.ordersOf(session));
    }

    private static void show(String heading, Way way) throws Exception {
        Timeline timeline = Timeline.start();
        Show.timeline(heading + ": " + way.fetch(new SlowShop(timeline)), timeline);
    }

    /// Two calls over a network. Each returns at once and answers later.
    interface Shop {

        CompletableFuture<String> logIn(String user);

        CompletableFuture<String> ordersOf(String session);
    }

    private record SlowShop(Timeline timeline) implements Shop {

        @Override
        public CompletableFuture<String> logIn(String user) {
            return answerLater("log in", "the session of " + user);
        }

        @Override
        public CompletableFuture<String> ordersOf(String session) {
            return answerLater("orders", "tea and toast");
        }

        private CompletableFuture<String> answerLater(String call, String answer) {
            OpenSpan span = timeline.open(call);
            return new CompletableFuture<String>()
                    .completeOnTimeout(answer, 150, TimeUnit.MILLISECONDS)
                    .whenComplete((_, _) -> span.end(Outcome.OK));
        }
    }

    @FunctionalInterface
    interface Way {
        String fetch(Shop shop) throws Exception;
    }
}

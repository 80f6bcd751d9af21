package asyncjava.requests.concepts;

import asyncjava.common.timeline.Timeline;
import asyncjava.site.PracticeSite;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import reactor.core.publisher.Mono;

/// The same file lies on several mirrors, and one answer is enough. asyncio has `wait` with
/// `FIRST_COMPLETED` for that, and leaves it to you to look whether the first has failed and to cancel the
/// others. In Java `invokeAny` does both, as does `firstWithValue` in Reactor, and a scope in
/// [StructuredFirstAnswer].
///
/// Expect three mirrors each time: one that fails at once, a near one that answers after 150 ms, and a far
/// one. The near one wins and the far one ends with it, cancelled. With `anyOf` the failure wins, and the
/// far one goes on to its end.
///
/// Reach for it where servers are equal and speed is worth the load. Do not where asking has an effect, as
/// a payment has: the losers may have been heard.
final class FirstAnswer {

    private FirstAnswer() {}

    static void main() throws IOException, InterruptedException {
        show("invokeAny", FirstAnswer::withInvokeAny);
        show("a structured scope", StructuredFirstAnswer::firstAnswer);
        show("Mono.firstWithValue", FirstAnswer::withReactor);
        show("The mistake, CompletableFuture.anyOf", FirstAnswer::firstToEnd);
    }

    static String withInvokeAny(List<Request> mirrors) throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAny(mirrors); // interrupts the others
        }
    }

    static String withReactor(List<Request> mirrors) {
        return Mono.firstWithValue(mirrors.stream().map(Request::mono).toList())
                .blockOptional()
                .orElseThrow();
    }

    /// The mistake: `anyOf` is done with the first that ends, and a failure is an end. It stops nobody.
    static String firstToEnd(List<Request> mirrors) {
        return (String)
                CompletableFuture.anyOf(mirrors.stream().map(Request::future).toArray(CompletableFuture[]::new))
                        .join();
    }

    /// The same mistake in Reactor, where at least the others are cancelled.
    static String firstSignal(List<Request> mirrors) {
        return Mono.firstWithSignal(mirrors.stream().map(Request::mono).toList())
                .blockOptional()
                .orElseThrow();
    }

    private static void show(String name, Way way) throws IOException, InterruptedException {
        Timeline timeline = Timeline.start();
        String outcome;
        try (PracticeSite site = PracticeSite.start();
                Clients clients = Clients.warmedUp(site)) {
            outcome = outcomeOf(way, mirrors(site, clients, timeline));
        } // waits for the requests that are still under way
        Show.timeline(name + ": " + outcome, timeline);
    }

    /// Three mirrors: one that fails at once, a near one, and a far one.
    static List<Request> mirrors(PracticeSite site, Clients clients, Timeline timeline) {
        return List.of(
                new Request("broken", site.uri("/status/503"), clients, timeline),
                new Request("near", site.uri("/delay/150"), clients, timeline),
                new Request("far", site.uri("/delay/400"), clients, timeline));
    }

    private static String outcomeOf(Way way, List<Request> mirrors) throws InterruptedException {
        try {
            return way.first(mirrors) + " was first";
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return e.toString();
        }
    }

    @FunctionalInterface
    interface Way {
        String first(List<Request> mirrors) throws Exception;
    }
}

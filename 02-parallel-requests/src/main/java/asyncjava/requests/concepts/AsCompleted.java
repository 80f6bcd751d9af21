package asyncjava.requests.concepts;

import asyncjava.common.timeline.Timeline;
import asyncjava.site.PracticeSite;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;

/// Some answers are there long before others, and could be shown, stored or handed on meanwhile. asyncio's
/// `as_completed` gives each the moment it comes; in Java an `ExecutorCompletionService` does, a queue into
/// which futures put themselves when they are done, and in Reactor `flatMap`.
///
/// Expect egg, toast, tea twice, each about 100 ms after the one before. Then the same futures asked in the
/// order of their list: the egg is done after 100 ms, and nobody gets it before the tea is there.
///
/// Reach for it where each answer is of use by itself. Do not where the next step wants all of them in
/// their places: that is `gather`.
final class AsCompleted {

    private AsCompleted() {}

    static void main() throws Exception {
        try (PracticeSite site = PracticeSite.start();
                Clients clients = Clients.warmedUp(site)) {
            show("ExecutorCompletionService", AsCompleted::withCompletionService, site, clients);
            show("Flux.flatMap", AsCompleted::withFlatMap, site, clients);
            show("The mistake, get() in the order of the list", AsCompleted::inTheOrderOfTheList, site, clients);
        }
    }

    static void withCompletionService(List<Request> requests, Consumer<String> each)
            throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var completed = new ExecutorCompletionService<String>(executor);
                requests.forEach(completed::submit);
                for (int left = requests.size(); left > 0; left--) {
                    each.accept(completed.take().get());
                }
            } finally {
                executor.shutdownNow(); // whoever leaves early has no use for the rest
            }
        }
    }

    static void withFlatMap(List<Request> requests, Consumer<String> each) {
        Flux.fromIterable(requests).flatMap(Request::mono).doOnNext(each).blockLast();
    }

    /// The mistake: all are under way at once, but whoever is done waits for those that stand before it.
    static void inTheOrderOfTheList(List<Request> requests, Consumer<String> each)
            throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> futures =
                    requests.stream().map(executor::submit).toList();
            for (Future<String> future : futures) {
                each.accept(future.get());
            }
        }
    }

    private static void show(String heading, Way way, PracticeSite site, Clients clients) throws Exception {
        IO.println(heading);
        Timeline timeline = Timeline.start();
        long began = System.nanoTime();
        way.handOn(
                Request.breakfast(site, clients, timeline),
                answer -> IO.println("  at %3d ms: %s"
                        .formatted(Duration.ofNanos(System.nanoTime() - began).toMillis(), answer)));
    }

    @FunctionalInterface
    interface Way {
        void handOn(List<Request> requests, Consumer<String> each) throws Exception;
    }
}

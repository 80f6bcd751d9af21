package asyncjava.requests.concepts;

import asyncjava.common.cli.Terminal;
import asyncjava.common.report.ComparisonTable;
import asyncjava.common.report.Run;
import asyncjava.common.timeline.Timeline;
import asyncjava.site.PracticeSite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;

/// A program that asks and waits, asks and waits, is as slow as all the answers together; one that asks for
/// all and then waits, as slow as the slowest of them. It is `asyncio.gather` against a loop with an
/// `await` in it, measured.
///
/// Expect a staircase for a loop and a wall for the others, then a table of the times. The last row is
/// asynchronous and no faster than the loop.
///
/// Reach for concurrent requests where they go to different servers or are few. Do not send a thousand at
/// once to one server: that wants a limit, and the server's leave.
final class RequestsCompared {

    private static final int REQUESTS = 5;

    private RequestsCompared() {}

    static void main() throws Exception {
        try (PracticeSite site = PracticeSite.start();
                Clients clients = Clients.warmedUp(site)) {
            List<Run> runs = List.of(
                    measure("sequential", RequestsCompared::inTurn, site, clients),
                    measure("virtual threads", RequestsCompared::onVirtualThreads, site, clients),
                    measure("reactor", RequestsCompared::withReactor, site, clients),
                    measure("join in the loop", RequestsCompared::joinedInTheLoop, site, clients));
            Show.timeline("One after another", runs.get(0).timeline());
            Show.timeline("On virtual threads", runs.get(1).timeline());
            IO.println(ComparisonTable.draw(runs, Terminal.detect()));
        }
    }

    static List<String> inTurn(List<Request> requests) throws Exception {
        List<String> answers = new ArrayList<>();
        for (Request request : requests) {
            answers.add(request.call());
        }
        return answers;
    }

    static List<String> onVirtualThreads(List<Request> requests) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(requests).stream().map(Future::resultNow).toList();
        }
    }

    static List<String> withReactor(List<Request> requests) {
        return Flux.fromIterable(requests)
                .flatMapSequential(Request::mono)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    /// The mistake: `sendAsync` does not wait, but the loop does, before it comes to the next.
    static List<String> joinedInTheLoop(List<Request> requests) {
        List<String> answers = new ArrayList<>();
        for (Request request : requests) {
            answers.add(request.future().join());
        }
        return answers;
    }

    private static Run measure(String style, Way way, PracticeSite site, Clients clients) throws Exception {
        Timeline timeline = Timeline.start();
        List<Request> requests = IntStream.rangeClosed(1, REQUESTS)
                .mapToObj(i -> new Request("page-" + i, site.uri("/delay/100"), clients, timeline))
                .toList();
        long began = System.nanoTime();
        way.fetch(requests);
        return new Run(style, Duration.ofNanos(System.nanoTime() - began), timeline);
    }

    @FunctionalInterface
    interface Way {
        List<String> fetch(List<Request> requests) throws Exception;
    }
}

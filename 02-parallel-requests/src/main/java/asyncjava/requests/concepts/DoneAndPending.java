package asyncjava.requests.concepts;

import asyncjava.common.timeline.Timeline;
import asyncjava.site.PracticeSite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// After a while you want what is there, and to know what is not: `asyncio.wait` with a `timeout` gives two
/// sets, done and pending, and cancels nobody. In Java `invokeAll` with a timeout cancels what is late;
/// `completeOnTimeout` over `allOf` lets it go on, as asyncio does.
///
/// Expect only the egg within 150 ms. At first toast and tea are cancelled then, in the second picture they
/// go on to their ends. In the third nobody is late: each `get` is patient for 150 ms from where the one
/// before has ended, and together they wait for 300 ms.
///
/// Reach for `invokeAll` where what is late is worth nothing, and let it go on where you will ask again. Do
/// not give the same timeout to one `get` after another: what you want is a deadline.
final class DoneAndPending {

    static final String PENDING = "(pending)";

    private static final Duration PATIENCE = Duration.ofMillis(150);

    private DoneAndPending() {}

    static void main() throws Exception {
        show("invokeAll with a timeout", requests -> cutOff(requests, PATIENCE));
        show("completeOnTimeout", requests -> waitFor(started(requests), PATIENCE));
        show("The mistake, the same timeout for each", requests -> patientWithEach(started(requests), PATIENCE));
    }

    /// The answers, in the order asked. What is late is cancelled.
    static List<String> cutOff(List<Request> requests, Duration patience) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(requests, patience.toMillis(), TimeUnit.MILLISECONDS).stream()
                    .map(future -> future.isCancelled() ? PENDING : future.resultNow())
                    .toList();
        }
    }

    /// The answers, in the order asked. What is late goes on, and whoever has the futures can ask it later.
    static List<String> waitFor(List<CompletableFuture<String>> futures, Duration patience) {
        CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return futures.stream().map(future -> future.getNow(PENDING)).toList();
    }

    /// The mistake: every `get` begins to count anew.
    static List<String> patientWithEach(List<? extends Future<String>> futures, Duration patience)
            throws InterruptedException, ExecutionException {
        List<String> answers = new ArrayList<>();
        for (Future<String> future : futures) {
            try {
                answers.add(future.get(patience.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                answers.add(PENDING);
            }
        }
        return answers;
    }

    private static List<CompletableFuture<String>> started(List<Request> requests) {
        return requests.stream().map(Request::future).toList();
    }

    private static void show(String name, Way way) throws Exception {
        Timeline timeline = Timeline.start();
        List<String> answers;
        try (PracticeSite site = PracticeSite.start();
                Clients clients = Clients.warmedUp(site)) {
            answers = way.answers(Request.breakfast(site, clients, timeline).reversed());
        } // waits for the requests that are still under way
        Show.timeline(name + ": " + answers, timeline);
    }

    private interface Way {
        List<String> answers(List<Request> requests) throws Exception;
    }
}

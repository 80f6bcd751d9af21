package asyncjava.scraper.concepts;

import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import reactor.core.publisher.Mono;

/// A page is being saved when whoever waits for that is cancelled. The wait may end there and the saving
/// may not, or half a page is left. asyncio has `shield` for it: cancelling reaches the waiter and stops at
/// what it waits for. In Java an interrupt reaches one thread, so that it is enough to save on another, of
/// an executor that outlives the waiter. Reactor has `cache`, which cancels nothing.
///
/// Expect four pictures of a wait that is cancelled after 100 ms. In the first two the page is saved all
/// the same, after 300 ms, and the executor's block ends only then. In the others the saving is cancelled
/// with its waiter.
///
/// Reach for it where work must come to its end once it has begun, and is short. Do not use it to be deaf
/// to cancelling: somebody has to wait for what is shielded, or the program ends before it does.
final class Shield {

    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Duration SAVING = Duration.ofMillis(300);

    private Shield() {}

    static void main() throws InterruptedException {
        show("An executor that outlives the waiter", Shield::shielded);
        showReactor("Mono.cache", Shield::shielded);
        show("The mistake, saved by the one who waits", (save, _) -> unshielded(save));
        showReactor("The mistake, a Mono as it is", save -> save);
    }

    /// Belongs on the executor of somebody who closes it later than this waiter leaves.
    static String shielded(Callable<String> save, ExecutorService saves)
            throws InterruptedException, ExecutionException {
        Future<String> saving = saves.submit(save);
        return saving.get(); // an interrupt ends this wait and not the work
    }

    /// Whoever subscribes later waits for the same saving, and does not begin another.
    static Mono<String> shielded(Mono<String> save) {
        return save.cache();
    }

    /// The mistake: the thread that is interrupted is the one that saves.
    static String unshielded(Callable<String> save) throws Exception {
        return save.call();
    }

    private static void show(String heading, Way way) throws InterruptedException {
        Timeline timeline = Timeline.start();
        SlowCall save = new SlowCall("saving", SAVING, timeline);
        try (var saves = Executors.newVirtualThreadPerTaskExecutor();
                var waiters = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> waiter = waiters.submit(() -> timeline.record("waiter", () -> way.save(save, saves)));
            Thread.sleep(PATIENCE);
            waiter.cancel(true);
        } // closed in reverse order: first those who wait, then what they waited for
        Show.timeline(heading, timeline);
    }

    private static void showReactor(String heading, ReactiveWay way) {
        Timeline timeline = Timeline.start();
        Mono<String> saving = way.save(new SlowCall("saving", SAVING, timeline).mono());
        timeline.record("waiter", saving).take(PATIENCE).block();
        if (timeline.count(Outcome.RUNNING) > 0) {
            saving.block(); // what has no block around it needs somebody who waits for its end
        }
        Show.timeline(heading, timeline);
    }

    @FunctionalInterface
    interface Way {
        String save(Callable<String> save, ExecutorService saves) throws Exception;
    }

    @FunctionalInterface
    interface ReactiveWay {
        Mono<String> save(Mono<String> save);
    }
}

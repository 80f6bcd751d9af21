package asyncjava.queue.concepts;

import asyncjava.common.timeline.Timeline;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Several wait until something has happened: the shop is open, the settings are read. asyncio has `Event`
/// for it, with `set`, `wait` and `clear`. Java has `CountDownLatch`, which opens once and stays open, and
/// Reactor `Sinks.empty()`. What can be closed again takes a class of one's own, [ReclosableGate].
///
/// Expect Ada and Bob to wait from the start, and Cleo to come after 250 ms. The latch and the sink open
/// after 150 ms, and Cleo walks in. The gate opens only for a moment, so that Cleo waits until it opens
/// again, after 400 ms. In the last picture Ada and Bob wait as long: they have missed their moment.
///
/// Reach for the latch first, and for the gate where there is a pause to be ended: a reader is told to stop
/// and to go on. Do not use either to hand something over: that is what a future or a queue is for.
final class Opening {

    private Opening() {}

    static void main() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        show("A latch", latch::await, latch::countDown, () -> {});

        Sinks.Empty<String> warmUp = Sinks.empty(); // what it loads would make the first ones late
        warmUp.tryEmitEmpty().orThrow();
        after(warmUp, Mono.empty()).block();
        Sinks.Empty<String> sink = Sinks.empty();
        show("Sinks.empty", () -> after(sink, Mono.empty()).block(), sink::tryEmitEmpty, () -> {});

        ReclosableGate gate = new ReclosableGate();
        show("A gate, open for a moment", gate::await, gate::letThrough, gate::open);

        ReclosableGate missed = new ReclosableGate();
        show("The mistake, a moment missed", missed::awaitByTheFlagAlone, missed::letThrough, missed::open);
    }

    /// What comes after the opening.
    static <T> T after(CountDownLatch opened, Callable<T> call) throws Exception {
        opened.await(); // goes on at once when it is open already
        return call.call();
    }

    /// The same in Reactor, where nobody waits.
    static <T> Mono<T> after(Sinks.Empty<?> opened, Mono<T> call) {
        return opened.asMono().then(call);
    }

    private static void show(String heading, Wait wait, Runnable open, Runnable openAgain) throws InterruptedException {
        Timeline timeline = Timeline.start();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ = executor.submit(() -> waiting("ada", wait, timeline));
            var _ = executor.submit(() -> waiting("bob", wait, timeline));
            Thread.sleep(150);
            open.run();
            Thread.sleep(100);
            var _ = executor.submit(() -> waiting("cleo", wait, timeline));
            Thread.sleep(150);
            openAgain.run();
        }
        Show.timeline(heading, timeline);
    }

    private static String waiting(String name, Wait wait, Timeline timeline) throws Exception {
        return timeline.record(name, () -> {
            wait.await();
            return name;
        });
    }

    @FunctionalInterface
    interface Wait {
        void await() throws InterruptedException;
    }
}

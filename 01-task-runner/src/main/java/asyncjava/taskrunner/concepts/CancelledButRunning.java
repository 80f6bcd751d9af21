package asyncjava.taskrunner.concepts;

import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import reactor.core.Disposable;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// A future says that it is cancelled, and the work behind it goes on. asyncio knows this of `run_in_executor`:
/// its future can be cancelled, the thread cannot. In Java it is `CompletableFuture.cancel(true)`: the future
/// does not know which thread works for it, and the `true` is ignored.
///
/// Expect three calls of 400 ms, one after another, each cancelled after 150 ms. All say that they are
/// cancelled; the bar of the first is as long as if they were not. One more line shows what Reactor does with
/// the interrupt.
///
/// Reach for the `Future` of an executor, or for `dispose()` in Reactor, where cancelling has to stop the work.
/// Do not cancel a `CompletableFuture` for more than to let its waiters go.
final class CancelledButRunning {

    private CancelledButRunning() {}

    static void main() throws InterruptedException {
        // Without this it is logged as an error.
        Hooks.onErrorDropped(failure -> IO.println("Dropped, as nobody is left to hear of it: " + failure));
        Timeline timeline = Timeline.start();
        show("CompletableFuture", CancelledButRunning::cancelCompletableFuture, timeline);
        show("Future", CancelledButRunning::cancelFuture, timeline);
        show("Disposable", CancelledButRunning::dispose, timeline);
        Show.timeline("All three were cancelled after 150 ms; the first is the mistake", timeline);
    }

    /// The mistake: cancels the future and not the call.
    static boolean cancelCompletableFuture(Callable<String> call, ExecutorService executor, Cancellation.Moment moment)
            throws InterruptedException {
        var future = CompletableFuture.supplyAsync(() -> Gather.answerOf(call), executor);
        moment.await();
        future.cancel(true);
        return future.isCancelled();
    }

    /// Interrupts the thread on which the call is under way.
    static boolean cancelFuture(Callable<String> call, ExecutorService executor, Cancellation.Moment moment)
            throws InterruptedException {
        Future<String> future = executor.submit(call);
        moment.await();
        future.cancel(true);
        return future.isCancelled();
    }

    /// Interrupts that thread too: the subscription leads to it by way of the scheduler.
    static boolean dispose(Callable<String> call, ExecutorService executor, Cancellation.Moment moment)
            throws InterruptedException {
        Mono<String> answer = Mono.fromCallable(call).subscribeOn(Schedulers.fromExecutorService(executor));
        Disposable subscription = answer.subscribe(IO::println);
        moment.await();
        subscription.dispose();
        return subscription.isDisposed();
    }

    private static void show(String name, Way way, Timeline timeline) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            SlowCall call = new SlowCall(name, Duration.ofMillis(400), timeline);
            boolean cancelled = way.cancel(call, executor, () -> Thread.sleep(150));
            IO.println(name + " says that it is cancelled: " + cancelled);
        }
    }

    @FunctionalInterface
    interface Way {
        boolean cancel(Callable<String> call, ExecutorService executor, Cancellation.Moment moment)
                throws InterruptedException;
    }
}

package asyncjava.taskrunner.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Hooks;

@LeavesNoThreadBehind
final class CancelledButRunningTest {

    private final Gate gate = Gate.closed();
    private final AtomicBoolean answered = new AtomicBoolean();
    private final AtomicBoolean interrupted = new AtomicBoolean();

    /// Sees an interrupt also when it comes at the moment at which the gate opens.
    private final Callable<String> call = () -> {
        try {
            gate.pass();
            answered.set(true);
            return "tea";
        } catch (InterruptedException e) {
            interrupted.set(true);
            throw e;
        } finally {
            interrupted.compareAndSet(false, Thread.currentThread().isInterrupted());
        }
    };

    @AfterEach
    void letReactorLogAgain() {
        Hooks.resetOnErrorDropped();
    }

    @Test
    void aCancelledCompletableFutureLeavesItsCallRunningToTheEnd() throws InterruptedException {
        whenCancelled(
                CancelledButRunning::cancelCompletableFuture,
                () -> assertThat(gate.inside()).isOne());

        assertThat(interrupted).isFalse();
        assertThat(answered).isTrue();
    }

    @Test
    void aCancelledFutureInterruptsItsCall() throws InterruptedException {
        whenCancelled(CancelledButRunning::cancelFuture, gate::awaitEmpty);

        assertThat(interrupted).isTrue();
        assertThat(answered).isFalse();
    }

    @Test
    void aDisposedSubscriptionInterruptsItsCall() throws InterruptedException {
        Hooks.onErrorDropped(_ -> {});

        whenCancelled(CancelledButRunning::dispose, gate::awaitEmpty);

        assertThat(interrupted).isTrue();
        assertThat(answered).isFalse();
    }

    /// Cancels the call while it is under way, looks, and only then opens the gate.
    private void whenCancelled(CancelledButRunning.Way way, Cancellation.Moment look) throws InterruptedException {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                assertThat(way.cancel(call, executor, () -> gate.awaitInside(1)))
                        .as("says that it is cancelled")
                        .isTrue();
                look.await();
            } finally {
                gate.open();
            }
        }
    }
}

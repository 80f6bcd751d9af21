package asyncjava.taskrunner.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class CancellationTest {

    private final Gate tea = Gate.closed();
    private final Gate toast = Gate.closed();
    private final Gate washingUp = Gate.closed();
    private final List<Callable<String>> steps = List.of(through(tea, "tea"), through(toast, "toast"));

    @Test
    void anInterruptEndsTheStepAndWhatIsLeftIsToCleanUp() throws InterruptedException {
        try (Caller<List<String>> caller =
                Caller.of(() -> Cancellation.cleaningUp(steps, through(washingUp, "washed up")))) {
            tea.awaitInside(1);
            caller.interrupt();
            washingUp.awaitInside(1); // cleaning up may wait, as the flag is clear again
            washingUp.open();

            assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
        }
        assertThat(tea.cancelled()).isOne();
        assertThat(washingUp.cancelled()).isZero();
        assertThat(toast.entered()).isZero();
    }

    @Test
    void whatIsNotInterruptedCleansUpAndAnswers() throws InterruptedException {
        tea.open();
        toast.open();
        washingUp.open();
        try (Caller<List<String>> caller =
                Caller.of(() -> Cancellation.cleaningUp(steps, through(washingUp, "washed up")))) {
            assertThat(caller.result()).containsExactly("tea", "toast");
        }
        assertThat(washingUp.entered()).isOne();
    }

    @Test
    void cancellingInterruptsTheTaskAndTheBlockWaitsForItsCleanUp() throws InterruptedException {
        AtomicBoolean clean = new AtomicBoolean();
        Callable<String> washUp = () -> {
            washingUp.pass();
            clean.set(true);
            return "washed up";
        };
        try (Caller<Boolean> caller = Caller.of(() -> {
            Cancellation.cancel(() -> Cancellation.cleaningUp(steps, washUp), () -> tea.awaitInside(1));
            return clean.get();
        })) {
            washingUp.awaitInside(1);
            // A call that does not wait for the clean-up ends here, and is seen to.
            await().pollInterval(Duration.ofMillis(1)).until(caller::isWaitingOrEnded);
            washingUp.open();

            assertThat(caller.result()).isTrue();
        }
    }

    @Test
    void aTaskThatSwallowsTheInterruptGoesOnAfterCancel() throws InterruptedException {
        theNextStepIsBegunAfter((_, task) -> task.cancel(true));
    }

    @Test
    void aTaskThatSwallowsTheInterruptGoesOnAfterShutdownNow() throws InterruptedException {
        theNextStepIsBegunAfter((executor, _) -> executor.shutdownNow());
    }

    private void theNextStepIsBegunAfter(BiConsumer<ExecutorService, Future<?>> stop) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var task = executor.submit(() -> Cancellation.swallowing(steps));
            tea.awaitInside(1);
            stop.accept(executor, task);
            toast.awaitInside(1);

            assertThat(tea.cancelled()).isOne();
            toast.open();
        }
        assertThat(toast.cancelled()).isZero();
    }

    private static Callable<String> through(Gate gate, String answer) {
        return () -> {
            gate.pass();
            return answer;
        };
    }
}

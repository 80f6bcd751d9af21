package asyncjava.taskrunner.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.taskrunner.concepts.OutcomesAsValues.Outcome;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class OutcomesAsValuesTest {

    private final IOException burnt = new IOException("burnt");
    private final IOException cold = new IOException("cold");
    private final Gate tea = Gate.closed();
    private final Gate toast = Gate.closed();
    private final Gate soup = Gate.closed();
    private final Gate egg = Gate.closed();
    private final List<Callable<String>> calls =
            List.of(through(tea, "tea"), through(toast, "toast"), through(soup, "soup"), through(egg, "egg"));

    @Test
    void everyCallHasItsOutcomeInTheOrderOfTheCallsThoughOthersFailedBefore() throws InterruptedException {
        try (Caller<List<Outcome>> caller = Caller.of(() -> OutcomesAsValues.outcomes(calls))) {
            soup.awaitInside(1);
            soup.failWith(cold);
            toast.awaitInside(1);
            toast.failWith(burnt);
            egg.awaitInside(1);
            egg.open();
            tea.awaitInside(1);
            tea.open();

            assertThat(caller.result())
                    .containsExactly(
                            new Outcome.Answered("tea"),
                            new Outcome.Failed(burnt),
                            new Outcome.Failed(cold),
                            new Outcome.Answered("egg"));
        }
    }

    @Test
    void getInALoopTellsTheFirstFailureAndLosesTheOtherAndAllAnswers() throws InterruptedException {
        tea.open();
        toast.failWith(burnt);
        soup.failWith(cold);
        egg.open();
        try (Caller<List<String>> caller = Caller.of(() -> OutcomesAsValues.getInALoop(calls))) {
            assertThat(caller.failure())
                    .isInstanceOf(ExecutionException.class)
                    .hasCause(burnt)
                    .hasNoSuppressedExceptions();
            assertThat(List.of(tea, toast, soup, egg)).extracting(Gate::entered).containsOnly(1);
        }
    }

    @Test
    void aCallThatHasNotEndedHasNoOutcome() {
        assertThatThrownBy(() -> Outcome.of(new FutureTask<>(() -> "tea")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("expected a call that has ended");
    }

    private static Callable<String> through(Gate gate, String answer) {
        return () -> {
            gate.pass();
            return answer;
        };
    }
}

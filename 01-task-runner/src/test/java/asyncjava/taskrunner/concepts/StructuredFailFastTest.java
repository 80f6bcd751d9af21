package asyncjava.taskrunner.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.StructuredTaskScope.FailedException;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class StructuredFailFastTest {

    private final Gate tea = Gate.closed();
    private final Gate toast = Gate.closed();
    private final Gate egg = Gate.closed();
    private final IOException burnt = new IOException("burnt");

    @Test
    void theFirstFailureCancelsTheOthersAndIsTheCause() throws InterruptedException {
        try (Caller<List<String>> caller = makeBreakfast()) {
            tea.awaitInside(1);
            toast.awaitInside(1);
            egg.awaitInside(1);
            toast.failWith(burnt);

            assertThat(caller.failure()).isInstanceOf(FailedException.class).hasCause(burnt);
        }
        assertThat(tea.cancelled()).isOne();
        assertThat(egg.cancelled()).isOne();
    }

    @Test
    void withoutAFailureAllAnswersComeInTheirPlaces() throws InterruptedException {
        try (Caller<List<String>> caller = makeBreakfast()) {
            egg.open();
            toast.open();
            tea.open();

            assertThat(caller.result()).containsExactly("tea", "toast", "egg");
        }
    }

    @Test
    void allOfWaitsForTheOthersAfterAFailureAndStopsNone() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        Callable<String> failing = () -> {
            throw burnt;
        };

        var all = StructuredFailFast.withAllOf(
                List.of(through(tea, "tea"), failing),
                task -> threads.add(Thread.ofVirtual().start(task)));
        tea.awaitInside(1);
        threads.get(1).join(); // the failure is in its future now, and what depends on it has been told

        assertThat(all).isNotDone();
        assertThat(tea.inside()).isOne();
        tea.open();
        threads.get(0).join();
        assertThatThrownBy(all::join).isInstanceOf(CompletionException.class).hasCause(burnt);
        assertThat(tea.cancelled()).isZero();
    }

    private Caller<List<String>> makeBreakfast() {
        return Caller.of(
                () -> StructuredFailFast.breakfast(through(tea, "tea"), through(toast, "toast"), through(egg, "egg")));
    }

    private static Callable<String> through(Gate gate, String answer) {
        return () -> {
            gate.pass();
            return answer;
        };
    }
}

package asyncjava.taskrunner.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class StructuredSeveralFailuresTest {

    private final Gate tea = Gate.closed();
    private final Gate toast = Gate.closed();
    private final Gate egg = Gate.closed();
    private final CompletableFuture<Thread> boilsTheEgg = new CompletableFuture<>();
    private final List<Callable<String>> calls = List.of(through(tea, "tea"), through(toast, "toast"), () -> {
        boilsTheEgg.complete(Thread.currentThread());
        egg.pass();
        return "egg";
    });

    @Test
    void aFailureStopsNobodyAndEveryOneIsThereInTheOrderOfTheCalls() throws InterruptedException {
        IOException burnt = new IOException("burnt");
        IOException cracked = new IOException("cracked");
        try (Caller<List<String>> caller = Caller.of(() -> StructuredSeveralFailures.gather(calls))) {
            toast.awaitInside(1);
            egg.awaitInside(1);
            egg.failWith(cracked);
            boilsTheEgg.join().join(); // the scope has heard of the failure when that thread has ended
            toast.failWith(burnt);
            tea.open();

            assertThat(caller.failure())
                    .isInstanceOf(ExecutionException.class)
                    .hasMessage("2 of 3 calls failed")
                    .hasCause(burnt)
                    .satisfies(group -> assertThat(group.getSuppressed()).containsExactly(cracked));
        }
        assertThat(tea.cancelled()).isZero();
        assertThat(burnt).hasNoSuppressedExceptions();
    }

    @Test
    void oneFailureComesAlone() throws InterruptedException {
        egg.failWith(new IOException("cracked"));
        try (Caller<List<String>> caller = Caller.of(() -> StructuredSeveralFailures.gather(calls))) {
            tea.open();
            toast.open();

            assertThat(caller.failure()).hasMessage("1 of 3 calls failed").hasNoSuppressedExceptions();
        }
    }

    @Test
    void withoutAFailureTheAnswersComeInTheOrderOfTheCalls() throws InterruptedException {
        tea.open();
        toast.open();
        egg.open();
        try (Caller<List<String>> caller = Caller.of(() -> StructuredSeveralFailures.gather(calls))) {
            assertThat(caller.result()).containsExactly("tea", "toast", "egg");
        }
    }

    private static Callable<String> through(Gate gate, String answer) {
        return () -> {
            gate.pass();
            return answer;
        };
    }
}

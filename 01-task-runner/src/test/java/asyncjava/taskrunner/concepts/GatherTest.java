package asyncjava.taskrunner.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@LeavesNoThreadBehind
final class GatherTest {

    private final Gate tea = Gate.closed();
    private final Gate toast = Gate.closed();
    private final List<Callable<String>> calls = List.of(through(tea, "tea"), through(toast, "toast"));

    static Stream<Named<Gather.Way>> ways() {
        return Stream.of(
                Named.of("invokeAll", Gather::withInvokeAll),
                Named.of("scope", StructuredGather::gather),
                Named.of("allOf", Gather::withFutures),
                Named.of("flatMapSequential", Gather::withReactor));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void answersComeInTheOrderAskedThoughTheCallsEndInReverse(Gather.Way way) throws InterruptedException {
        try (Caller<List<String>> caller = Caller.of(() -> way.gather(calls))) {
            tea.awaitInside(1);
            toast.awaitInside(1);
            toast.open();
            tea.open();

            assertThat(caller.result()).containsExactly("tea", "toast");
        }
    }

    @Test
    void aLazyStreamNeverHasTwoUnderWay() throws InterruptedException {
        try (Caller<List<String>> caller = Caller.of(() -> Gather.startedAndAwaitedInOneStream(calls))) {
            tea.awaitInside(1);
            assertThat(toast.entered()).isZero();
            tea.open();
            toast.open();

            assertThat(caller.result()).containsExactly("tea", "toast");
        }
    }

    private static Callable<String> through(Gate gate, String answer) {
        return () -> {
            gate.pass();
            return answer;
        };
    }
}

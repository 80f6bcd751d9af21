package asyncjava.taskrunner.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

@LeavesNoThreadBehind
final class StructuredContextTest {

    private final Gate gate = Gate.closed();

    static Stream<Named<Supplier<ExecutorService>>> executors() {
        return Stream.of(
                Named.of("a pool", () -> Executors.newFixedThreadPool(1)),
                Named.of("virtual threads", Executors::newVirtualThreadPerTaskExecutor));
    }

    @Test
    void everyForkKnowsItsOwnRequestThoughTwoAreUnderWay() throws InterruptedException {
        List<Callable<String>> steps = List.of(() -> passAndLog("price"), () -> passAndLog("stock"));
        try (var seven = Caller.of(() -> StructuredContext.inAScope("request 7", steps));
                var eight = Caller.of(() -> StructuredContext.inAScope("request 8", steps))) {
            gate.awaitInside(4);
            gate.open();

            assertThat(seven.result()).containsExactly("price for request 7", "stock for request 7");
            assertThat(eight.result()).containsExactly("price for request 8", "stock for request 8");
        }
    }

    @Test
    void theRequestIsForgottenWhenTheCallIsOver() throws InterruptedException {
        StructuredContext.inAScope("request 7", List.of(() -> StructuredContext.line("price")));

        assertThat(StructuredContext.REQUEST.isBound()).isFalse();
    }

    @Test
    void everyStepInReactorKnowsItsOwnRequestThoughAllGoOnOnOneThread() throws InterruptedException {
        List<Mono<String>> steps = List.of(
                gate.mono().then(StructuredContext.reactorsLine("price")),
                gate.mono().then(StructuredContext.reactorsLine("stock")));
        CompletableFuture<List<String>> seven =
                StructuredContext.inReactor("request 7", steps).collectList().toFuture();
        CompletableFuture<List<String>> eight =
                StructuredContext.inReactor("request 8", steps).collectList().toFuture();
        gate.awaitInside(4);

        gate.open(); // they go on here, one after another

        assertThat(seven).isCompletedWithValue(List.of("price for request 7", "stock for request 7"));
        assertThat(eight).isCompletedWithValue(List.of("price for request 8", "stock for request 8"));
    }

    @ParameterizedTest
    @MethodSource("executors")
    void onAnOrdinaryExecutorTheRequestIsNotBound(Supplier<ExecutorService> kind)
            throws InterruptedException, ExecutionException {
        try (ExecutorService executor = kind.get()) {
            assertThat(StructuredContext.onAnExecutor("request 7", StructuredContext.REQUEST::isBound, executor)
                            .get())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("executors")
    void aTaskThatTakesTheRequestAlongKnowsItOnAnyExecutor(Supplier<ExecutorService> kind)
            throws InterruptedException, ExecutionException {
        try (ExecutorService executor = kind.get()) {
            assertThat(StructuredContext.takenAlong("request 7", () -> StructuredContext.line("price"), executor)
                            .get())
                    .isEqualTo("price for request 7");
        }
    }

    private String passAndLog(String step) throws Exception {
        gate.pass();
        return StructuredContext.line(step);
    }
}

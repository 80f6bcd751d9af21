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
final class ColdAndHotTest {

    private final Gate tea = Gate.closed();
    private final Gate letter = Gate.closed();

    static Stream<Named<ColdAndHot.Way>> descriptions() {
        return Stream.of(Named.of("Callable", ColdAndHot::withCallable), Named.of("cold Mono", ColdAndHot::withMono));
    }

    @ParameterizedTest
    @MethodSource("descriptions")
    void aDescriptionDoesNothingUntilItIsRunAndIsRunAnewEachTime(ColdAndHot.Way way) throws InterruptedException {
        try (Caller<List<String>> caller = calling(way)) {
            letter.awaitInside(1);
            assertThat(tea.entered()).isZero();
            letter.open();
            tea.awaitInside(1);
            tea.openOne();
            tea.awaitInside(1);
            tea.openOne();

            assertThat(caller.result()).containsExactly("tea 1", "tea 2");
        }
    }

    @Test
    void aFutureBeginsBeforeAnyoneAsksAndRunsOnce() throws InterruptedException {
        try (Caller<List<String>> caller = calling(ColdAndHot::withFuture)) {
            letter.awaitInside(1);
            tea.awaitInside(1);
            letter.open();
            tea.open();

            assertThat(caller.result()).containsExactly("tea 1", "tea 1");
            assertThat(tea.entered()).isOne();
        }
    }

    @Test
    void aMonoThatNobodySubscribesToDoesNothingAndSaysNothing() throws InterruptedException {
        letter.open();
        try (Caller<List<String>> caller = calling(ColdAndHot::neverSubscribed)) {
            assertThat(caller.result()).containsExactly("letter 1");
            assertThat(tea.entered()).isZero();
        }
    }

    private Caller<List<String>> calling(ColdAndHot.Way way) {
        return Caller.of(() -> way.run(through(tea, "tea"), through(letter, "letter")));
    }

    /// Answers with its name and how often it was run.
    private static Callable<String> through(Gate gate, String name) {
        return () -> {
            gate.pass();
            return name + " " + gate.entered();
        };
    }
}

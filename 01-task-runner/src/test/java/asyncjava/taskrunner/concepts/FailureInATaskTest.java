package asyncjava.taskrunner.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@LeavesNoThreadBehind
final class FailureInATaskTest {

    private static final String FAILURE = "java.io.IOException: no bread";

    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of(way("get", FailureInATask::caughtAroundGet), "java.util.concurrent.ExecutionException: "),
                Arguments.of(
                        way("join", FailureInATask::caughtAroundJoin), "java.util.concurrent.CompletionException: "),
                Arguments.of(
                        way("exceptionally", FailureInATask::withExceptionally),
                        "java.util.concurrent.CompletionException: "),
                Arguments.of(way("onErrorResume", FailureInATask::withOnErrorResume), ""));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theFailureArrivesWhereTheAnswerIsAskedFor(Way way, String wrapper) throws InterruptedException {
        assertThat(way.answer(failingWith(new IOException("no bread"))))
                .isEqualTo("crispbread, after " + wrapper + FAILURE);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anAnswerNeedsNoFallback(Way way) throws InterruptedException {
        assertThat(way.answer(() -> "toast")).isEqualTo("toast");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aBugIsNotHiddenBehindTheFallback(Way way) {
        IllegalArgumentException bug = new IllegalArgumentException("a slice must be at least 1 cm, was 0");

        assertThatThrownBy(() -> way.answer(failingWith(bug))).hasRootCause(bug);
    }

    @Test
    void aFailureThatNobodyAsksForIsHeardNowhere() {
        List<Throwable> heard = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger begun = new AtomicInteger();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> heard.add(failure));
        try {
            FailureInATask.startedAndForgotten(() -> {
                begun.incrementAndGet();
                throw new IOException("no bread");
            });
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }

        assertThat(begun).hasValue(1);
        assertThat(heard).isEmpty();
    }

    private static Callable<String> failingWith(Exception failure) {
        return () -> {
            throw failure;
        };
    }

    private static Named<Way> way(String name, Way way) {
        return Named.of(name, way);
    }

    @FunctionalInterface
    interface Way {
        String answer(Callable<String> call) throws InterruptedException;
    }
}

package asyncjava.requests.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.common.timeline.Outcome;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FirstAnswerTest extends SiteTest {

    private Gate broken;
    private Gate near;
    private Gate far;

    @BeforeEach
    void holdAll() {
        broken = hold("broken");
        near = hold("near");
        far = hold("far");
    }

    static Stream<Named<FirstAnswer.Way>> ways() {
        return Stream.of(
                Named.of("invokeAny", FirstAnswer::withInvokeAny),
                Named.of("scope", StructuredFirstAnswer::firstAnswer),
                Named.of("firstWithValue", FirstAnswer::withReactor));
    }

    static Stream<Named<FirstAnswer.Way>> mistakesThatStopTheOthers() {
        return Stream.of(
                Named.of("a joiner that wants all", StructuredFirstAnswer::firstOfAll),
                Named.of("firstWithSignal", FirstAnswer::firstSignal));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theFirstSuccessWinsThoughAFailureWasFasterAndTheLoserIsCancelled(FirstAnswer.Way way)
            throws InterruptedException {
        try (Caller<String> caller = asking(way)) {
            broken.open();
            await().until(() -> timeline.count(Outcome.FAILED) == 1);
            near.open();

            assertThat(caller.result()).isEqualTo("near");
            far.awaitEmpty();
            assertThat(far.cancelled()).isOne();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whereAllFailTheFailureIsToldAndNotAnAnswer(FirstAnswer.Way way) throws InterruptedException {
        try (Caller<String> caller =
                Caller.of(() -> way.first(List.of(failing("broken"), failing("near"), failing("far"))))) {
            broken.open();
            near.open();
            far.open();

            assertThat(caller.failure()).hasStackTraceContaining("status 503 for /held/");
        }
    }

    @Test
    void anyOfTakesAFailureForAnAnswerAndTheOthersGoOnToTheirEnds() throws InterruptedException {
        try (Caller<String> caller = asking(FirstAnswer::firstToEnd)) {
            broken.open();

            assertThat(caller.failure()).hasStackTraceContaining("status 503 for /held/broken");
            near.open();
            far.open();
            await().until(() -> timeline.count(Outcome.OK) == 2);
            assertThat(near.cancelled() + far.cancelled()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("mistakesThatStopTheOthers")
    void withTheWrongOneAFailureIsEnoughForNoAnswer(FirstAnswer.Way way) throws InterruptedException {
        try (Caller<String> caller = asking(way)) {
            broken.open();

            assertThat(caller.failure()).hasStackTraceContaining("status 503 for /held/broken");
            near.awaitEmpty();
            far.awaitEmpty();
        }
    }

    /// Asks three mirrors, and returns when all three have been asked.
    private Caller<String> asking(FirstAnswer.Way way) throws InterruptedException {
        Caller<String> caller = Caller.of(() -> way.first(List.of(failing("broken"), request("near"), request("far"))));
        broken.awaitInside(1);
        near.awaitInside(1);
        far.awaitInside(1);
        return caller;
    }
}

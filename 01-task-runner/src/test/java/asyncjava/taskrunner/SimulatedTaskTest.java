package asyncjava.taskrunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

final class SimulatedTaskTest {

    private final SimulatedTask task = new SimulatedTask("api", Duration.ofMillis(20), false);

    @Test
    void theCallAnswersWithItsNameAndNotBeforeItsDelay() throws InterruptedException {
        long began = System.nanoTime();

        assertThat(task.call()).isEqualTo("api");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(task.delay());
    }

    @Test
    void theMonoAnswersWithItsNameAndNotBeforeItsDelay() {
        StepVerifier.withVirtualTime(task::mono)
                .expectSubscription()
                .expectNoEvent(task.delay())
                .expectNext("api")
                .verifyComplete();
    }

    @Test
    void aTaskThatShallFailFailsInEitherShape() {
        SimulatedTask failing = task.failing();

        assertThatThrownBy(failing::call).hasMessage("told to fail");
        StepVerifier.withVirtualTime(failing::mono).thenAwait(failing.delay()).verifyErrorMessage("told to fail");
    }

    @Test
    void aNegativeDelayOrABlankNameIsRefused() {
        assertThatThrownBy(() -> new SimulatedTask("api", Duration.ofMillis(-1), false))
                .hasMessage("delay must not be negative, was PT-0.001S");
        assertThatThrownBy(() -> new SimulatedTask(" ", Duration.ZERO, false))
                .hasMessage("a task's name must not be blank");
    }
}

package asyncjava.taskrunner;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlatformThreadRunnerTest extends ConcurrentRunnerContract {

    @Override
    TaskRunner runner() {
        return new PlatformThreadRunner(200);
    }

    private final Gate gate = Gate.closed();
    private final List<Task> threeTasks =
            List.of(new GatedTask("a", gate), new GatedTask("b", gate), new GatedTask("c", gate));

    @Test
    void aTaskBeyondTheLastThreadWaitsForOne() throws InterruptedException {
        Caller<List<Result>> caller = call(new PlatformThreadRunner(2), threeTasks);

        gate.awaitInside(2);
        gate.openOne();
        gate.awaitInside(2);
        gate.open();

        assertThat(caller.result()).hasSize(3);
        assertThat(gate.peakInside()).isEqualTo(2);
    }

    @Test
    void aTaskThatHasNotBegunWhenTheCallIsInterruptedNeverBegins() throws InterruptedException {
        Caller<List<Result>> caller =
                call(new PlatformThreadRunner(2), Collections.nCopies(2000, new GatedTask("task", gate)));
        gate.awaitInside(2);

        caller.interrupt();

        assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
        assertThat(gate.entered()).isEqualTo(2);
    }
}

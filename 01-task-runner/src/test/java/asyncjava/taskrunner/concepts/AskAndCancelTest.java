package asyncjava.taskrunner.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class AskAndCancelTest {

    private final Gate work = Gate.closed();
    private final Gate cleanUp = Gate.closed();
    private final Gate next = Gate.closed();

    @Test
    void aTaskCanBeAskedHowItIs() {
        FutureTask<String> task = new FutureTask<>(() -> "tea");
        assertThat(AskAndCancel.ask(task)).isEqualTo("still running");
        task.run();
        assertThat(AskAndCancel.ask(task)).isEqualTo("done, tea");

        FutureTask<String> failing = new FutureTask<>(() -> {
            throw new IOException("no gas");
        });
        failing.run();
        assertThat(AskAndCancel.ask(failing)).isEqualTo("failed, no gas");

        FutureTask<String> cancelled = new FutureTask<>(() -> "tea");
        cancelled.cancel(true);
        assertThat(AskAndCancel.ask(cancelled)).isEqualTo("cancelled");
    }

    @Test
    void leavingTheBlockWaitsForTheCleanUpOfWhatWasCancelled() throws InterruptedException {
        try (Caller<String> caller = calling(AskAndCancel::cancelAndLeaveTheBlock)) {
            cleanUp.awaitInside(1);
            await().until(caller::isWaitingOrEnded);
            assertThat(work.cancelled()).isOne();
            assertThat(next.entered()).isZero();
            cleanUp.open();
            next.open();

            assertThat(caller.result()).isEqualTo("next");
        }
    }

    @Test
    void getAfterCancelDoesNotWaitForTheCleanUp() throws InterruptedException {
        try (Caller<String> caller = calling(AskAndCancel::cancelAndGet)) {
            cleanUp.awaitInside(1);
            next.awaitInside(1);
            assertThat(work.cancelled()).isOne();
            next.open();
            cleanUp.open();

            assertThat(caller.result()).isEqualTo("next");
        }
    }

    private Caller<String> calling(AskAndCancel.Way way) {
        return Caller.of(() -> way.run(this::workAndCleanUp, this::workHasBegun, this::next));
    }

    private String workAndCleanUp() throws Exception {
        try {
            work.pass();
            return "work";
        } finally {
            cleanUp.pass();
        }
    }

    private boolean workHasBegun() throws InterruptedException {
        work.awaitInside(1);
        return true;
    }

    private String next() throws Exception {
        next.pass();
        return "next";
    }
}

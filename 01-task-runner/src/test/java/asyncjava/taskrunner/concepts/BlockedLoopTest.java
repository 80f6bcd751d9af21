package asyncjava.taskrunner.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BlockedLoopTest {

    private final AtomicLong nanos = new AtomicLong();
    private final EventLoop loop;
    private final Pipe pipe;
    private final List<String> run = new CopyOnWriteArrayList<>();

    BlockedLoopTest() throws IOException {
        loop = new EventLoop(nanos::get);
        pipe = Pipe.open();
    }

    @AfterEach
    void close() throws IOException {
        loop.close();
        pipe.sink().close();
        pipe.source().close();
    }

    @Test
    void whileACallbackBlocksNothingElseThatIsDueIsRunAndThenAllOfItInTheOrderInWhichItWasDue()
            throws IOException, InterruptedException {
        Gate gate = Gate.closed();
        loop.callLater(Duration.ofNanos(2), () -> run.add("second timer"));
        loop.callLater(Duration.ofNanos(1), () -> run.add("first timer"));
        loop.addReader(pipe.source(), () -> {
            run.add("message");
            pipe.source().close();
        });
        BlockedLoop.blockingPause(loop, gate::pass, () -> run.add("pause"));
        try (Caller<?> caller = running()) {
            gate.awaitInside(1);
            nanos.set(2);
            pipe.sink().write(ByteBuffer.allocate(1));
            assertThat(run).isEmpty();

            gate.open();
            caller.result();

            assertThat(run).containsExactly("pause", "first timer", "second timer", "message");
        }
    }

    @Test
    void aPauseThatLeavesACallbackLetsTheOthersRunMeanwhile() throws InterruptedException {
        Duration pause = Duration.ofHours(1);
        BlockedLoop.pause(loop, pause, () -> run.add("pause"));
        loop.callSoon(() -> {
            run.add("other");
            nanos.set(pause.toNanos());
        });
        try (Caller<?> caller = running()) {
            caller.result();

            assertThat(run).containsExactly("other", "pause");
        }
    }

    private Caller<?> running() {
        return Caller.of(() -> {
            loop.run();
            return run;
        });
    }
}

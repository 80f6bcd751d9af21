package asyncjava.taskrunner.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.VirtualTime;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class SlowTimerTaskTest {

    private static final Duration DELAY = Duration.ofMillis(75);

    private final VirtualTime time = VirtualTime.start();
    private final ScheduledExecutorService timer = time.scheduler();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Gate gate = Gate.closed();
    private final AtomicInteger beats = new AtomicInteger();

    @AfterEach
    void endTime() {
        gate.open();
        executor.close();
        time.close();
    }

    @Test
    void aSlowTaskOnTheTimersThreadKeepsAllOthersWaiting() throws InterruptedException {
        var _ = SlowTimerTask.onTheTimersThread(DELAY, this::slow, timer);
        try (Caller<Integer> timersThread = beatingUntil(250)) {
            gate.awaitInside(1);
            Awaitility.await().until(timersThread::isWaitingOrEnded);
            assertThat(beats).hasValue(2); // those of 0 and 50 ms
            gate.open();

            assertThat(timersThread.result()).isEqualTo(6);
        }
    }

    @Test
    void aSlowTaskThatIsHandedOverKeepsNobodyWaiting() throws InterruptedException {
        var _ = SlowTimerTask.handedOver(DELAY, this::slow, timer, executor);
        try (Caller<Integer> timersThread = beatingUntil(250)) {
            gate.awaitInside(1);

            assertThat(timersThread.result()).isEqualTo(6);
            assertThat(gate.inside()).isEqualTo(1);
        }
    }

    @Test
    void aSlowTaskIsHandedOverWhenItIsDueAndNotBefore() throws InterruptedException {
        var _ = SlowTimerTask.handedOver(DELAY, this::slow, timer, Runnable::run);
        gate.open();

        time.advance(DELAY.minusNanos(1));
        assertThat(gate.entered()).isZero();
        time.advance(Duration.ofNanos(1));
        assertThat(gate.entered()).isEqualTo(1);
    }

    /// Moves the time, on a thread that is the timer's only one.
    private Caller<Integer> beatingUntil(long millis) {
        var _ = timer.scheduleAtFixedRate(beats::incrementAndGet, 0, 50, TimeUnit.MILLISECONDS);
        return Caller.of(() -> {
            time.advance(Duration.ofMillis(millis));
            return beats.get();
        });
    }

    private void slow() {
        gate.mono().block();
    }
}

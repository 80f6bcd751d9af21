package asyncjava.scraper.concepts;

import static asyncjava.testkit.TimelineAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import asyncjava.common.timeline.Timeline;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

@LeavesNoThreadBehind
final class PermitsTest {

    private static final Duration PATIENCE = Duration.ofMillis(1);

    private final Gate gate = Gate.closed();
    private final Callable<String> call = () -> {
        gate.pass();
        return "page";
    };

    @Test
    void atMostSoManyAreUnderWayAndTheOthersWait() throws InterruptedException {
        Semaphore permits = new Semaphore(2);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 5; i++) {
                var _ = executor.submit(() -> Permits.withPermit(permits, call));
            }
            gate.awaitInside(2);
            await().until(() -> permits.getQueueLength() == 3);
            gate.open();
        }
        assertThat(gate.entered()).isEqualTo(5);
        assertThat(gate.peakInside()).isEqualTo(2);
        assertThat(permits.availablePermits()).isEqualTo(2);
    }

    @Test
    void aCallThatFailsGivesItsPermitBack() {
        Semaphore permits = new Semaphore(1);

        assertThatThrownBy(() -> Permits.withPermit(permits, PermitsTest::failing))
                .hasMessage("no answer");
        assertThatThrownBy(() -> Permits.withPermit(permits, PATIENCE, PermitsTest::failing))
                .hasMessage("no answer");

        assertThat(permits.availablePermits()).isOne();
    }

    @Test
    void whoIsInterruptedWhileItWaitsGivesNothingBack() throws InterruptedException {
        assertThat(permitsLeft(Permits::withPermit)).isOne();
    }

    @Test
    void acquiredInTheTryAPermitIsMadeOfAnInterrupt() throws InterruptedException {
        assertThat(permitsLeft(Permits::acquiredInTheTry)).isEqualTo(2);
    }

    @Test
    void aWaiterThatGivesUpGivesNothingBack() {
        Semaphore permits = new Semaphore(0);

        assertThatThrownBy(() -> Permits.withPermit(permits, PATIENCE, call))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("no permit within 1 ms");

        assertThat(permits.availablePermits()).isZero();
        assertThat(gate.entered()).isZero();
    }

    @Test
    void inReactorTheNextBeginsWhenOneHasEnded() {
        try (VirtualTime time = VirtualTime.startWithReactor()) {
            Timeline timeline = Timeline.on(time.nanoTime());
            SlowCall page = new SlowCall("page", Duration.ofMillis(100), timeline);

            StepVerifier.create(Permits.withReactor(List.of(page, page, page, page, page), 2))
                    .then(() -> time.advance(Duration.ofSeconds(1)))
                    .expectNextCount(5)
                    .verifyComplete();

            assertThat(timeline).hasPeakInFlight(2).hasMakespan(Duration.ofMillis(300));
        }
    }

    /// How many there are in the end of one, when somebody has been interrupted while it waited for it.
    private int permitsLeft(Permits.Way way) throws InterruptedException {
        Semaphore permits = new Semaphore(1);
        try (Caller<String> holder = Caller.of(() -> way.call(permits, call))) {
            gate.awaitInside(1);
            try (Caller<String> waiter = Caller.of(() -> way.call(permits, call))) {
                await().until(permits::hasQueuedThreads);
                waiter.interrupt();
                assertThat(waiter.failure()).isInstanceOf(InterruptedException.class);
            }
            gate.open();
            assertThat(holder.result()).isEqualTo("page");
        }
        assertThat(gate.entered()).isOne();
        return permits.availablePermits();
    }

    private static String failing() throws IOException {
        throw new IOException("no answer");
    }
}

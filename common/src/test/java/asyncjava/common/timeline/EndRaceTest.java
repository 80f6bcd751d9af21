package asyncjava.common.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EndRaceTest {

    private static final Set<Thread.State> GOT_AS_FAR_AS_IT_CAN =
            EnumSet.of(Thread.State.BLOCKED, Thread.State.WAITING, Thread.State.TERMINATED);

    private final AtomicReference<Runnable> whenTheClockIsRead = new AtomicReference<>(() -> {});
    private final Timeline timeline = Timeline.on(() -> {
        whenTheClockIsRead.getAndSet(() -> {}).run();
        return 0;
    });

    @Test
    void anEndThatArrivesWhileAnotherIsUnderWayDoesNotCount() throws InterruptedException {
        OpenSpan open = timeline.open("completed and cancelled at once");
        Thread cancellation = Thread.ofPlatform().unstarted(() -> open.end(Outcome.CANCELLED));
        // In the middle of the first end, the second is let in and goes as far as it gets.
        whenTheClockIsRead.set(() -> {
            cancellation.start();
            while (!GOT_AS_FAR_AS_IT_CAN.contains(cancellation.getState())) {
                Thread.onSpinWait();
            }
        });
        open.end(Outcome.OK);
        cancellation.join();

        assertThat(timeline.count(Outcome.OK)).isEqualTo(1);
        assertThat(timeline.count(Outcome.CANCELLED)).isZero();
        assertThat(timeline.count(Outcome.RUNNING)).isZero();
        assertThat(timeline.spans().getFirst().outcome()).isEqualTo(Outcome.OK);
    }
}

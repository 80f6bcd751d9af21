package asyncjava.testkit.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class PausingTimerTest {

    @Test
    void whoWakesWhenATaskIsDueMayComeBeforeOrAfterIt() {
        Set<Boolean> called = new HashSet<>();
        Explorer.explore(schedule -> {
            PausingTimer timer = new PausingTimer(schedule);
            AtomicBoolean ran = new AtomicBoolean();
            Started<?> sleeper = schedule.run("sleeper", () -> {
                schedule.time().sleep(Duration.ofMillis(2));
                called.add(ran.get());
            });
            schedule.time().sleep(Duration.ofMillis(1));
            timer.schedule(() -> ran.set(true), 1, TimeUnit.MILLISECONDS).get();
            var _ = sleeper.result();
            assertThat(timer.isCalledFromBeside()).isFalse();
        });

        assertThat(called).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aCallFromBesideIsNoted() {
        Explorer.seeds(1).each(schedule -> {
            PausingTimer timer = new PausingTimer(schedule);
            Thread.ofPlatform().start(() -> timer.execute(() -> {})).join();

            assertThat(timer.isCalledFromBeside()).isTrue();
        });
    }
}

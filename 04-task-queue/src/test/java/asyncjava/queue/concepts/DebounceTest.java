package asyncjava.queue.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

@LeavesNoThreadBehind
final class DebounceTest {

    private static final List<Integer> TWO_BURSTS = List.of(10, 60, 120, 400, 499, 700);
    private static final List<Integer> NEVER_QUIET = List.of(60, 120, 180, 240, 300, 360, 420, 480, 540);
    private static final int END = 1000;

    private final VirtualTime time = VirtualTime.startWithReactor();
    private final List<String> sent = new ArrayList<>();

    @AfterEach
    void endTime() {
        time.close();
    }

    @Test
    void theLoopSendsTheLastOfEachBurstOnceItIsQuiet() {
        loop(TWO_BURSTS, END);

        assertThat(sent).containsExactly("220: 120", "599: 499", "800: 700");
    }

    @Test
    void theLoopSendsNothingWhileItIsNeverQuiet() {
        loop(NEVER_QUIET, 600);

        assertThat(sent).isEmpty();
    }

    @Test
    void theStreamSendsTheSame() {
        stream(TWO_BURSTS, Debounce::withReactor, END);
        assertThat(sent).containsExactly("220: 120", "599: 499", "800: 700");
    }

    @Test
    void theStreamSendsNothingWhileItIsNeverQuiet() {
        stream(NEVER_QUIET, Debounce::withReactor, 600);

        assertThat(sent).isEmpty();
    }

    @Test
    void aThrottleSendsWhileTheyCome() {
        stream(NEVER_QUIET, changes -> Debounce.throttled(changes, Duration.ofMillis(200)), 600);

        assertThat(sent).containsExactly("200: 180", "400: 360", "600: 540");
    }

    /// Polls that come back at the moments of the changes, and interrupt at the end.
    private void loop(List<Integer> moments, int end) {
        List<Integer> left = new ArrayList<>(moments);
        assertThatThrownBy(() -> Debounce.inALoop(
                        nanos -> {
                            Duration now = time.elapsed();
                            Duration until = now.plusNanos(nanos);
                            if (until.toMillis() > end) {
                                throw new InterruptedException();
                            }
                            boolean comes = !left.isEmpty() && left.getFirst() < until.toMillis();
                            time.advance((comes ? Duration.ofMillis(left.getFirst()) : until).minus(now));
                            return comes ? Long.valueOf(left.removeFirst()) : null;
                        },
                        this::send))
                .isInstanceOf(InterruptedException.class);
    }

    private void stream(List<Integer> moments, Way way, int end) {
        Sinks.Many<Long> changes = Sinks.many().unicast().onBackpressureBuffer();
        var sending = way.of(changes.asFlux()).subscribe(this::send);
        for (int moment : moments) {
            time.advance(Duration.ofMillis(moment).minus(time.elapsed()));
            changes.tryEmitNext((long) moment).orThrow();
        }
        time.advance(Duration.ofMillis(end).minus(time.elapsed()));
        sending.dispose();
    }

    private void send(long change) {
        sent.add("%d: %d".formatted(time.elapsed().toMillis(), change));
    }

    @FunctionalInterface
    private interface Way {
        Flux<Long> of(Flux<Long> changes);
    }
}

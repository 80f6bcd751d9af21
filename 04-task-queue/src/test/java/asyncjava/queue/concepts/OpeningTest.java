package asyncjava.queue.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.schedule.Explorer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

@LeavesNoThreadBehind
final class OpeningTest {

    @Test
    void nobodyGoesOnBeforeTheLatchIsOpenAndEverybodyAfterwards() {
        Explorer.explore(schedule -> {
            CountDownLatch opened = new CountDownLatch(1);
            List<String> log = new ArrayList<>();
            var early = schedule.start("early", () -> Opening.after(opened, () -> log.add("in")));
            var opener = schedule.run("opener", () -> {
                log.add("open");
                opened.countDown();
            });
            opener.result();
            early.result();
            var late = schedule.start("late", () -> Opening.after(opened, () -> log.add("in")));
            late.result();

            assertThat(log).containsExactly("open", "in", "in");
        });
    }

    @Test
    void whoIsInterruptedDoesNotGoOn() {
        Explorer.explore(schedule -> {
            CountDownLatch neverOpened = new CountDownLatch(1);
            var early = schedule.start("early", () -> Opening.after(neverOpened, () -> "in"));
            early.interrupt();

            assertThat(early.failure()).isInstanceOf(InterruptedException.class);
        });
    }

    @Test
    void inReactorTooNobodyGoesOnBefore() {
        Sinks.Empty<Void> opened = Sinks.empty();
        List<String> log = new ArrayList<>();
        Mono<Boolean> in = Opening.after(opened, Mono.fromCallable(() -> log.add("in")));
        in.subscribe();
        assertThat(log).isEmpty();

        assertThat(opened.tryEmitEmpty()).isEqualTo(Sinks.EmitResult.OK);
        assertThat(log).containsExactly("in");
        StepVerifier.create(in).expectNext(true).verifyComplete();
    }
}

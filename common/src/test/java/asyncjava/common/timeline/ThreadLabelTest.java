package asyncjava.common.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ThreadLabelTest {

    @Test
    void aVirtualThreadWithoutANameIsCalledByItsNumber() {
        Thread nameless = Thread.ofVirtual().unstarted(() -> {});

        assertThat(ThreadLabel.of(nameless)).isEqualTo("virtual-" + nameless.threadId());
    }

    @Test
    void aThreadWithANameKeepsIt() {
        assertThat(ThreadLabel.of(Thread.ofVirtual().name("fetcher-3").unstarted(() -> {})))
                .isEqualTo("fetcher-3");
    }

    @Test
    void aSpanIsLabelledWithTheThreadItBeganOnThoughAnotherEndsIt() throws InterruptedException {
        Timeline timeline = Timeline.on(new HandClock());
        OpenSpan open = timeline.open("handed over");
        Thread other = Thread.ofVirtual().start(() -> open.end(Outcome.OK));
        other.join();

        assertThat(timeline.spans().getFirst().thread())
                .isEqualTo(Thread.currentThread().getName());
    }
}

package asyncjava.scraper.concepts;

import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;

/// What the samples wait for: a call that takes its time, as one over a network does, and answers with its
/// name. It is seen on the timeline while it is under way.
record SlowCall(String name, Duration time, Timeline timeline) implements Callable<String> {

    /// Blocks as long as it takes.
    @Override
    public String call() throws Exception {
        return timeline.record(name, () -> {
            Thread.sleep(time);
            return name;
        });
    }

    /// Is under way when somebody subscribes.
    Mono<String> mono() {
        return timeline.record(name, Mono.delay(time).thenReturn(name));
    }
}

package asyncjava.taskrunner.concepts;

import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/// What the samples wait for: a call that takes its time, as one over a network does, and answers with its name. It is
/// seen on the timeline while it is under way.
record SlowCall(String name, Duration time, Timeline timeline) implements Callable<String> {

    /// Three calls, of which the first takes longest: tea 400 ms, toast 300 ms, egg 200 ms.
    static List<SlowCall> breakfast(Timeline timeline) {
        return List.of(
                new SlowCall("tea", Duration.ofMillis(400), timeline),
                new SlowCall("toast", Duration.ofMillis(300), timeline),
                new SlowCall("egg", Duration.ofMillis(200), timeline));
    }

    @Override
    public String call() throws Exception {
        return timeline.record(name, () -> {
            Thread.sleep(time);
            return name;
        });
    }
}

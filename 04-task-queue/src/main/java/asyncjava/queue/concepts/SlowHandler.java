package asyncjava.queue.concepts;

import asyncjava.common.timeline.Timeline;
import java.time.Duration;

/// What the samples do with an order: it takes its time, and is seen on the timeline meanwhile.
record SlowHandler(Duration time, Timeline timeline) implements Handler {

    @Override
    public void handle(String order) throws Exception {
        timeline.record(order, () -> {
            Thread.sleep(time);
            return order;
        });
    }
}

package asyncjava.taskrunner.concepts;

import asyncjava.common.timeline.OpenSpan;
import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import java.time.Duration;

/// What the samples put on a timer: a task that takes its time and has no answer. It is seen on the timeline
/// while it is under way.
record Chore(String name, Duration time, Timeline timeline) implements Runnable {

    @Override
    public void run() {
        OpenSpan span = timeline.open(name);
        try {
            Thread.sleep(time);
            span.end(Outcome.OK);
        } catch (InterruptedException e) {
            span.end(Outcome.CANCELLED);
            Thread.currentThread().interrupt(); // for whoever runs it; a Runnable cannot throw it
        }
    }
}

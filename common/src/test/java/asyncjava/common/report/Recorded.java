package asyncjava.common.report;

import asyncjava.common.timeline.HandClock;
import asyncjava.common.timeline.OpenSpan;
import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import java.time.Duration;

/// Timelines whose times are known to the nanosecond.
final class Recorded {

    private Recorded() {}

    /// One after another, 300 ms each; the second fails after 120 ms and the third is cancelled after 180 ms.
    static Timeline staircase() {
        HandClock clock = new HandClock();
        Timeline timeline = Timeline.on(clock);
        span(timeline, clock, "task-1", 300, Outcome.OK);
        span(timeline, clock, "task-2", 120, Outcome.FAILED);
        span(timeline, clock, "task-3", 180, Outcome.CANCELLED);
        span(timeline, clock, "task-4", 300, Outcome.OK);
        return timeline;
    }

    /// All at once; `task-4` is still running.
    static Timeline atOnce() {
        HandClock clock = new HandClock();
        Timeline timeline = Timeline.on(clock);
        OpenSpan first = timeline.open("task-1");
        OpenSpan second = timeline.open("task-2");
        OpenSpan third = timeline.open("task-3");
        timeline.open("task-4");
        clock.advance(Duration.ofMillis(120));
        second.end(Outcome.FAILED);
        clock.advance(Duration.ofMillis(60));
        third.end(Outcome.CANCELLED);
        clock.advance(Duration.ofMillis(120));
        first.end(Outcome.OK);
        return timeline;
    }

    /// One after another, 1 ms each, named `name-0` and on; every one whose number divides by `failEvery` fails.
    static Timeline many(String name, int count, int failEvery) {
        HandClock clock = new HandClock();
        Timeline timeline = Timeline.on(clock);
        for (int i = 0; i < count; i++) {
            span(timeline, clock, name + "-" + i, 1, i % failEvery == failEvery - 1 ? Outcome.FAILED : Outcome.OK);
        }
        return timeline;
    }

    static void span(Timeline timeline, HandClock clock, String name, long millis, Outcome outcome) {
        OpenSpan open = timeline.open(name);
        clock.advance(Duration.ofMillis(millis));
        open.end(outcome);
    }
}

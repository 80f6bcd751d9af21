package asyncjava.queue.concepts;

import asyncjava.common.cli.Terminal;
import asyncjava.common.report.TimelineDrawing;
import asyncjava.common.timeline.Timeline;

/// How the samples show what happened.
final class Show {

    private Show() {}

    /// Prints a heading and under it the timeline.
    static void timeline(String heading, Timeline timeline) {
        IO.println(heading);
        IO.println(TimelineDrawing.draw(timeline, Terminal.detect()));
    }
}

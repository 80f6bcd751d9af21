package asyncjava.common.report;

import asyncjava.common.cli.Terminal;
import asyncjava.common.timeline.Timeline;
import java.time.Duration;

/// A timeline as text: a line per span, its bar where it lies in time.
public final class TimelineDrawing {

    private TimelineDrawing() {}

    /// Draws a timeline over its own makespan.
    ///
    /// @return lines ending in a newline, none wider than the terminal
    public static String draw(Timeline timeline, Terminal terminal) {
        return draw(timeline, terminal, timeline.makespan());
    }

    /// Draws a timeline against a scale that may be longer than its own makespan, so that two can be compared by eye.
    public static String draw(Timeline timeline, Terminal terminal, Duration scale) {
        return timeline.spans() + " " + terminal + " " + scale + "\n";
    }
}

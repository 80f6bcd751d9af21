package asyncjava.testkit;

import asyncjava.common.cli.Terminal;
import asyncjava.common.report.TimelineDrawing;
import asyncjava.common.report.TimelineInWords;
import asyncjava.common.timeline.Timeline;

/// A timeline in the message of a test: drawn, or told in words where the system property `asyncjava.plain`
/// is `true`, since a screen reader makes nothing of a drawing.
public final class Drawing {

    private Drawing() {}

    /// Whether whoever reads the message wants words.
    public static boolean isPlain() {
        return Boolean.getBoolean("asyncjava.plain");
    }

    /// It as lines that end in a newline each.
    public static String of(Timeline timeline) {
        return of(timeline, isPlain());
    }

    static String of(Timeline timeline, boolean plain) {
        return plain
                ? TimelineInWords.tell(timeline)
                : TimelineDrawing.draw(timeline, Terminal.plain(80)).indent(2);
    }
}

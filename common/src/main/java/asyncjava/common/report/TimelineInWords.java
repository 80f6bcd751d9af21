package asyncjava.common.report;

import asyncjava.common.cli.Durations;
import asyncjava.common.cli.Terminal;
import asyncjava.common.timeline.Span;
import asyncjava.common.timeline.Timeline;

/// A timeline for somebody who listens: what [TimelineDrawing] draws, as a sentence per span.
///
/// ```
/// task-1: began at 0 ms, ended at 300 ms, succeeded.
/// task-2: began at 300 ms, ended at 420 ms, failed.
/// task-3: began at 420 ms, ended at 600 ms, was cancelled.
/// task-4: began at 600 ms, still under way at 900 ms.
/// ```
public final class TimelineInWords {

    private static final Terminal ANY = Terminal.plain(80);

    private TimelineInWords() {}

    /// Tells of as many spans as are drawn.
    ///
    /// @return lines ending in a newline
    public static String tell(Timeline timeline) {
        Excerpt excerpt = Excerpt.of(timeline.spans(), TimelineDrawing.DEFAULT_ROWS);
        StringBuilder text = new StringBuilder();
        excerpt.head().forEach(span -> text.append(sentence(span)));
        if (!excerpt.hidden().isEmpty()) {
            text.append(excerpt.summary()).append(".\n");
        }
        excerpt.tail().forEach(span -> text.append(sentence(span)));
        if (timeline.leftOut() > 0) {
            text.append(timeline.leftOut()).append(" more were counted but not kept.\n");
        }
        return text.isEmpty() ? "Nothing was recorded.\n" : text.toString();
    }

    private static String sentence(Span span) {
        String end = Durations.format(span.end());
        return "%s: began at %s, %s.\n"
                .formatted(
                        Printable.clean(span.name(), ANY),
                        Durations.format(span.start()),
                        switch (span.outcome()) {
                            case OK -> "ended at " + end + ", succeeded";
                            case FAILED -> "ended at " + end + ", failed";
                            case CANCELLED -> "ended at " + end + ", was cancelled";
                            case RUNNING -> "still under way at " + end;
                        });
    }
}

package asyncjava.common.report;

import asyncjava.common.cli.Terminal;
import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Span;
import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// A timeline as text: a line per span, its bar where it lies in time.
///
/// ```
/// task-1  █████████                     300 ms
/// task-2           ╳╳╳╳                 failed after 120 ms
/// task-3               ░░░░░░           cancelled after 180 ms
/// task-4                     █████████  300 ms
///         ├ 0                 900 ms ┤
/// ```
public final class TimelineDrawing {

    /// How many spans are drawn unless told otherwise.
    public static final int DEFAULT_ROWS = 20;

    private static final String GAP = "  ";
    private static final int FEWEST_CELLS = 8;

    private final Terminal terminal;
    private final TimeScale scale;
    private final int nameColumns;
    private final int cells;
    private final Function<Span, String> words;

    private TimelineDrawing(Terminal terminal, TimeScale scale, Excerpt excerpt) {
        this.terminal = terminal;
        this.scale = scale;
        int longestName = 0;
        for (Span span : excerpt.shown()) {
            longestName = Math.max(longestName, Printable.columns(name(span)));
        }
        // Under six columns there is room for a bar, and for nothing beside it.
        nameColumns = terminal.width() < 6 ? 0 : Math.min(longestName, terminal.width() / 3);
        int room = terminal.width() - nameColumns - (nameColumns > 0 ? GAP.length() : 0);
        int full = GAP.length() + longest(excerpt, this::words);
        int brief = GAP.length() + longest(excerpt, this::shortWords);
        // The glyph says how a span ended as well, so that the narrowest terminals can do without the words.
        if (room - full >= FEWEST_CELLS) {
            words = this::words;
            cells = room - full;
        } else if (room - brief >= FEWEST_CELLS) {
            words = this::shortWords;
            cells = room - brief;
        } else {
            words = _ -> "";
            cells = room;
        }
    }

    /// Draws a timeline over its own makespan.
    ///
    /// @return lines ending in a newline, none wider than the terminal
    public static String draw(Timeline timeline, Terminal terminal) {
        return draw(timeline, terminal, timeline.makespan());
    }

    /// Draws a timeline against a scale that may be longer than its own makespan, so that two can be compared by eye.
    public static String draw(Timeline timeline, Terminal terminal, Duration scale) {
        return draw(timeline, terminal, scale, DEFAULT_ROWS);
    }

    /// Draws at most this many spans: the first, the last, and between them some of those that did not end well.
    /// What is left out is counted in a line of its own.
    public static String draw(Timeline timeline, Terminal terminal, Duration scale, int rows) {
        List<Span> spans = timeline.spans();
        Excerpt excerpt = Excerpt.of(spans, rows);
        if (spans.isEmpty()) {
            return Printable.cut("(nothing was recorded)", terminal.width(), terminal) + "\n";
        }
        TimelineDrawing drawing = new TimelineDrawing(terminal, TimeScale.of(spans, scale), excerpt);
        StringBuilder text = new StringBuilder();
        excerpt.head().forEach(span -> drawing.appendRow(text, span));
        if (!excerpt.hidden().isEmpty()) {
            drawing.appendNote(text, excerpt.summary());
        }
        excerpt.tail().forEach(span -> drawing.appendRow(text, span));
        if (timeline.leftOut() > 0) {
            drawing.appendNote(text, timeline.leftOut() + " more were counted but not kept");
        }
        drawing.appendAxis(text);
        return text.toString();
    }

    private void appendRow(StringBuilder text, Span span) {
        OutcomeLook look = OutcomeLook.of(span.outcome());
        int first = scale.first(span, cells);
        int after = scale.after(span, cells);
        appendNameColumn(text, name(span));
        text.repeat(' ', first).append(look.bar(after - first, terminal));
        String outcome = words.apply(span);
        if (!outcome.isEmpty()) {
            text.repeat(' ', cells - after).append(GAP);
            text.append(span.outcome() == Outcome.OK ? outcome : look.paint(outcome, terminal));
        }
        text.append('\n');
    }

    private void appendNote(StringBuilder text, String note) {
        String mark = terminal.unicode() ? "⋮ " : ": ";
        text.append(Printable.cut(mark + note, terminal.width(), terminal)).append('\n');
    }

    private void appendAxis(StringBuilder text) {
        appendNameColumn(text, "");
        text.append(TimeAxis.draw(scale.length(), cells, terminal)).append('\n');
    }

    private void appendNameColumn(StringBuilder text, String name) {
        if (nameColumns > 0) {
            text.append(Printable.fit(name, nameColumns, terminal)).append(GAP);
        }
    }

    private String name(Span span) {
        return Printable.clean(span.name(), terminal);
    }

    private String words(Span span) {
        return OutcomeLook.words(span, terminal);
    }

    private String shortWords(Span span) {
        return OutcomeLook.shortWords(span, terminal);
    }

    private static int longest(Excerpt excerpt, Function<Span, String> words) {
        int longest = 0;
        for (Span span : excerpt.shown()) {
            longest = Math.max(longest, words.apply(span).length());
        }
        return longest;
    }
}

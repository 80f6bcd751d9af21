package asyncjava.common.report;

import asyncjava.common.timeline.Span;
import java.time.Duration;
import java.util.List;

/// Where a moment lies between the left edge and the right one.
///
/// @param zero the moment at the left edge
/// @param length how long it is from there to the right edge
record TimeScale(Duration zero, Duration length) {

    /// From the first start, and long enough for every span.
    static TimeScale of(List<Span> spans, Duration atLeast) {
        if (spans.isEmpty()) {
            return new TimeScale(Duration.ZERO, atLeast);
        }
        Duration zero = spans.getFirst().start();
        Duration length = atLeast;
        for (Span span : spans) {
            Duration end = span.end().minus(zero);
            length = end.compareTo(length) > 0 ? end : length;
        }
        return new TimeScale(zero, length);
    }

    /// 0 at the left edge, 1 at the right one.
    double share(Duration moment) {
        return length.isZero() ? 0 : (double) moment.minus(zero).toNanos() / length.toNanos();
    }

    /// The cell that a span's bar begins with.
    int first(Span span, int cells) {
        return Math.min(boundary(span.start(), cells), cells - 1);
    }

    /// The cell after a span's bar, which is at least one cell long.
    int after(Span span, int cells) {
        return Math.max(boundary(span.end(), cells), first(span, cells) + 1);
    }

    // Starts and ends round alike, so that a bar begins in the very cell before which the previous one ended.
    private int boundary(Duration moment, int cells) {
        return (int) Math.round(share(moment) * cells);
    }
}

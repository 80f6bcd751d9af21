package asyncjava.common.timeline;

import java.time.Duration;

/// One piece of work on a [Timeline].
///
/// @param name what it was called; names may repeat
/// @param start when it began, counted from the timeline's start
/// @param end when it ended, counted likewise; for a span still [Outcome#RUNNING], when it was looked at
/// @param outcome how it ended
/// @param thread the thread it began on; a virtual thread without a name is shown as `virtual-` and its number
public record Span(String name, Duration start, Duration end, Outcome outcome, String thread) {

    public Span {
        if (start.isNegative() || end.compareTo(start) < 0) {
            throw new IllegalArgumentException(
                    "a span must start at 0 or later and not end before it starts, was %s to %s".formatted(start, end));
        }
    }

    public Duration duration() {
        return end.minus(start);
    }

    /// Whether there was a moment at which both were under way. Spans that only touch do not overlap.
    public boolean overlaps(Span other) {
        return start.compareTo(other.end) < 0 && other.start.compareTo(end) < 0;
    }
}

package asyncjava.testkit;

import asyncjava.common.timeline.Span;
import java.util.List;
import java.util.Optional;

/// Two spans that were under way at once.
record Overlap(Span earlier, Span later) {

    /// The first overlap among spans that are sorted by their start. It is enough to look at whichever earlier
    /// span ended last.
    static Optional<Overlap> firstOf(List<Span> spans) {
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        Span last = spans.getFirst();
        for (Span next : spans.subList(1, spans.size())) {
            if (last.overlaps(next)) {
                return Optional.of(new Overlap(last, next));
            }
            if (next.end().compareTo(last.end()) > 0) {
                last = next;
            }
        }
        return Optional.empty();
    }
}

package asyncjava.common.report;

import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// As many spans as there are rows for: the first ones, what did not go well, and the last ones.
///
/// @param head shown before the line that says what is hidden
/// @param hidden not shown
/// @param tail shown after that line
record Excerpt(List<Span> head, List<Span> hidden, List<Span> tail) {

    static Excerpt of(List<Span> spans, int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be at least 1, was " + rows);
        }
        if (spans.size() <= rows) {
            return new Excerpt(spans, List.of(), List.of());
        }
        int headRows = (rows + 1) / 2;
        int lastRows = rows / 4;
        int troubleRows = rows - headRows - lastRows;
        int lastStart = spans.size() - lastRows;
        List<Span> hidden = new ArrayList<>();
        List<Span> tail = new ArrayList<>();
        for (Span span : spans.subList(headRows, lastStart)) {
            if (span.outcome() != Outcome.OK && tail.size() < troubleRows) {
                tail.add(span);
            } else {
                hidden.add(span);
            }
        }
        // Rows that no trouble asked for go to the last ones; these are then all ok, since trouble would have taken
        // them.
        int spare = troubleRows - tail.size();
        List<Span> beforeLast = hidden.subList(hidden.size() - spare, hidden.size());
        tail.addAll(beforeLast);
        beforeLast.clear();
        tail.sort((a, b) -> a.start().compareTo(b.start()));
        tail.addAll(spans.subList(lastStart, spans.size()));
        return new Excerpt(spans.subList(0, headRows), List.copyOf(hidden), List.copyOf(tail));
    }

    List<Span> shown() {
        List<Span> shown = new ArrayList<>(head);
        shown.addAll(tail);
        return shown;
    }

    /// What is hidden, counted: `980 more: 978 ok, 2 failed`.
    String summary() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Span span : hidden) {
            counts.merge(span.outcome(), 1, Integer::sum);
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((outcome, count) ->
                parts.add(count + " " + OutcomeLook.of(outcome).word()));
        return hidden.size() + " more: " + String.join(", ", parts);
    }
}

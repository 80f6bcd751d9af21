package asyncjava.common.report;

import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Span;
import java.util.ArrayList;
import java.util.BitSet;
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
        int lastRows = rows == 1 ? 0 : Math.max(1, rows / 4);
        int lastStart = spans.size() - lastRows;
        int free = rows - headRows - lastRows;
        BitSet shown = new BitSet(spans.size());
        shown.set(0, headRows);
        shown.set(lastStart, spans.size());
        for (int i = headRows; i < lastStart && free > 0; i++) {
            if (spans.get(i).outcome() != Outcome.OK) {
                shown.set(i);
                free--;
            }
        }
        // Rows that no trouble asked for go to those before the last.
        for (; free > 0; free--) {
            shown.set(shown.previousClearBit(lastStart - 1));
        }
        int firstHidden = shown.nextClearBit(0);
        List<Span> hidden = new ArrayList<>();
        List<Span> tail = new ArrayList<>();
        for (int i = firstHidden; i < spans.size(); i++) {
            (shown.get(i) ? tail : hidden).add(spans.get(i));
        }
        return new Excerpt(spans.subList(0, firstHidden), hidden, tail);
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

package asyncjava.testkit;

import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Span;
import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/// Assertions on what happened when. A failure says what was expected and what was seen, draws the timeline,
/// and says what that usually means where it is known.
///
/// Names may repeat on a timeline, as those of retries do: what is asserted of a name is asserted of all its
/// spans, in the order in which they started. A name that is not there fails the assertion, which says which
/// ones are.
public final class TimelineAssert extends AbstractAssert<TimelineAssert, Timeline> {

    private TimelineAssert(Timeline actual) {
        super(actual, TimelineAssert.class);
    }

    public static TimelineAssert assertThat(Timeline actual) {
        return new TimelineAssert(actual);
    }

    /// That so many spans were opened.
    public TimelineAssert hasSpans(int expected) {
        return check(
                actual.opened() == expected,
                "Expected %d to have been started, but it was %d".formatted(expected, actual.opened()),
                "");
    }

    /// That the most that were under way at once were so many.
    public TimelineAssert hasPeakInFlight(int expected) {
        return peak(peak -> peak == expected, expected, "Expected %d to be under way at once");
    }

    public TimelineAssert hasPeakInFlightAtMost(int limit) {
        return peak(peak -> peak <= limit, limit, "Expected at most %d to be under way at once");
    }

    public TimelineAssert hasPeakInFlightAtLeast(int expected) {
        return peak(peak -> peak >= expected, expected, "Expected at least %d to be under way at once");
    }

    /// That there was a moment at which all of these were under way.
    public TimelineAssert overlapped(String... names) {
        List<Span> all = spansNamed(names);
        check(
                names.length < 2 || Overlap.firstOf(all).isPresent(),
                "Expected %s to overlap, but they ran one after another".formatted(list(Arrays.asList(names))),
                Advice.oneAfterAnother());
        for (int i = 0; i < names.length; i++) {
            for (int j = i + 1; j < names.length; j++) {
                List<Span> others = spansNamed(names[j]);
                boolean together = spansNamed(names[i]).stream()
                        .anyMatch(span -> others.stream().anyMatch(span::overlaps));
                check(
                        together,
                        "Expected %s to overlap, but %s and %s were never under way together"
                                .formatted(list(Arrays.asList(names)), names[i], names[j]),
                        Advice.tooFewAtOnce(all));
            }
        }
        return this;
    }

    /// That nothing started before everything that started earlier had ended.
    public TimelineAssert ranOneAfterAnother() {
        Overlap.firstOf(actual.spans())
                .ifPresent(overlap -> check(
                        false,
                        "Expected one after another, but %s and %s were under way at once"
                                .formatted(
                                        overlap.earlier().name(),
                                        overlap.later().name()),
                        Advice.startedTooEarly()));
        return this;
    }

    /// That these started in this order; others may have started in between.
    public TimelineAssert startedInOrder(String... names) {
        List<String> expected = Arrays.asList(names);
        List<String> seen = spansNamed(names).stream().map(Span::name).toList();
        return check(
                seen.equals(expected),
                "Expected them to start in the order %s, but it was %s".formatted(list(expected), list(seen)),
                Advice.orderOfStart());
    }

    /// That the spans of this name started at exactly these moments, counted from the start of the timeline.
    /// For virtual time.
    public TimelineAssert startedAt(String name, Duration... moments) {
        List<String> expected = Arrays.stream(moments).map(InWords::of).toList();
        List<String> seen =
                spansNamed(name).stream().map(Span::start).map(InWords::of).toList();
        return check(
                seen.equals(expected),
                "Expected %s to start at %s, but it was at %s".formatted(name, list(expected), list(seen)),
                "");
    }

    /// How the spans of this name ended: for one that was tried three times, three outcomes.
    public TimelineAssert ended(String name, Outcome... outcomes) {
        List<Outcome> expected = Arrays.asList(outcomes);
        List<Outcome> seen = spansNamed(name).stream().map(Span::outcome).toList();
        String advice =
                expected.size() == 1 && seen.size() == 1 ? Advice.ending(expected.getFirst(), seen.getFirst()) : "";
        return check(
                seen.equals(expected),
                "Expected %s to have ended %s, but it was %s".formatted(name, list(expected), list(seen)),
                advice);
    }

    /// That every span that was opened has ended.
    public TimelineAssert hasNothingRunning() {
        List<String> running = actual.spans().stream()
                .filter(span -> span.outcome() == Outcome.RUNNING)
                .map(Span::name)
                .toList();
        return check(
                actual.count(Outcome.RUNNING) == 0,
                "Expected nothing to be under way any more, but %s still ran".formatted(list(running)),
                Advice.stillRunning());
    }

    /// That it took exactly so long from the first start to the last end. For virtual time.
    public TimelineAssert hasMakespan(Duration expected) {
        Duration seen = actual.makespan();
        return check(
                seen.equals(expected),
                "Expected all of it to take %s, but it took %s".formatted(InWords.of(expected), InWords.of(seen)),
                seen.compareTo(expected) > 0 ? Advice.tookTooLong(actual.spans()) : "");
    }

    private TimelineAssert peak(IntPredicate holds, int bound, String expected) {
        int seen = actual.peakInFlight();
        return holds.test(seen)
                ? this
                : check(
                        false,
                        expected.formatted(bound) + ", but it was " + seen,
                        seen > bound ? Advice.tooManyAtOnce() : Advice.tooFewAtOnce(actual.spans()));
    }

    private List<Span> spansNamed(String... names) {
        List<Span> spans = actual.spans();
        List<String> there = spans.stream().map(Span::name).distinct().toList();
        for (String name : names) {
            check(
                    there.contains(name),
                    "Expected something named %s, but there is %s".formatted(name, list(there)),
                    "");
        }
        return spans.stream()
                .filter(span -> Arrays.asList(names).contains(span.name()))
                .toList();
    }

    private TimelineAssert check(boolean holds, String message, String advice) {
        if (!holds) {
            throw failure("%s", (message + ":\n" + Drawing.of(actual) + advice).stripTrailing());
        }
        return this;
    }

    private static String list(List<?> items) {
        return items.isEmpty()
                ? "nothing"
                : items.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}

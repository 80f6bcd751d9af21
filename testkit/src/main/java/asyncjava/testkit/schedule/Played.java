package asyncjava.testkit.schedule;

import java.util.List;
import java.util.Optional;

/// What came of one run.
record Played(Optional<Failure> failure, List<Step> steps) {

    /// Whether the same threads took the same turns.
    boolean wentTheSameWayAs(Played other) {
        return turns().equals(other.turns());
    }

    /// Whether it came to the same as well.
    boolean repeats(Played other) {
        return wentTheSameWayAs(other)
                && failure.isPresent() == other.failure.isPresent()
                && failure.stream().allMatch(mine -> mine.isLike(other.failure.orElseThrow()));
    }

    private List<String> turns() {
        return steps.stream().map(step -> step.actor().name()).toList();
    }
}

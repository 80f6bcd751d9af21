package asyncjava.testkit.schedule;

import java.util.Optional;

/// One turn: who had it, and how it ended where that was looked at.
record Step(Actor actor, Optional<Stop> stop) {}

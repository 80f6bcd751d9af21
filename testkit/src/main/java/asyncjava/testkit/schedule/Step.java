package asyncjava.testkit.schedule;

import java.util.Optional;

/// One turn: who had it, and how it ended where that was looked at.
record Step(Actor actor, Optional<Stop> stop) {

    /// It with what its thread threw, where it is the thread's last.
    Step endingWith(Optional<Throwable> thrown) {
        return thrown.isEmpty() ? this : new Step(actor, stop.map(each -> each.with(thrown.get())));
    }
}

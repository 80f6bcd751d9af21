package asyncjava.testkit.schedule;

import java.util.Optional;

/// What made a thread give up its turn, and where.
///
/// @param thrown with what its code has ended, if it has, and not as it should
record Stop(Kind kind, Place place, Optional<Throwable> thrown) {

    enum Kind {
        NOT_BEGUN("has not begun"),
        ENDS("ends"),
        /// It could go on at once.
        PAUSES("pauses"),
        WAITS("waits"),
        /// The explorer's own thread has moved the time, and waits until it is to do so again.
        MOVES_TIME("lets virtual time pass"),
        /// For a monitor, that of `synchronized`.
        BLOCKS("waits for the monitor");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    static Stop of(Actor actor) {
        StackTraceElement[] stack = actor.thread().getStackTrace();
        Kind kind = switch (actor.thread().getState()) {
            case NEW, RUNNABLE -> stack.length == 0 ? Kind.NOT_BEGUN : Kind.PAUSES;
            case BLOCKED -> Kind.BLOCKS;
            case WAITING, TIMED_WAITING -> Kind.WAITS;
            case TERMINATED -> Kind.ENDS;
        };
        Place place = Place.of(stack);
        boolean movedTime = actor.own() && place.called().equals("LockSupport.park");
        return new Stop(movedTime ? Kind.MOVES_TIME : kind, place, Optional.empty());
    }

    /// The same for a thread that ended with what its code threw.
    Stop with(Throwable thrown) {
        return kind == Kind.ENDS ? new Stop(kind, place, Optional.of(thrown)) : this;
    }

    /// Such as `waits in Semaphore.acquire, at Pool.borrow (Pool.java:31)`.
    String inWords() {
        return kind.words
                + call()
                + (place.at().isEmpty() ? "" : ", at " + place.at())
                + thrown.map(one -> " with " + one.getClass().getSimpleName()).orElse("");
    }

    private String call() {
        if (kind == Kind.BLOCKS
                || kind == Kind.MOVES_TIME
                || place.called().isEmpty()
                || place.called().equals("Schedule.pause")) {
            return "";
        }
        return switch (place.calledWithin()) {
                    case "Shared.before" -> " before ";
                    case "Shared.after" -> " after ";
                    default -> " in ";
                }
                + place.called();
    }
}

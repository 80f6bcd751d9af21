package asyncjava.testkit.schedule;

/// What made a thread give up its turn, and where.
record Stop(Kind kind, Place place) {

    enum Kind {
        NOT_BEGUN("has not begun"),
        ENDS("ends"),
        /// It could go on at once.
        PAUSES("pauses"),
        WAITS("waits"),
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
        return new Stop(kind, Place.of(stack));
    }

    /// Such as `waits in Semaphore.acquire, at Pool.borrow (Pool.java:31)`.
    String inWords() {
        return kind.words + call() + (place.at().isEmpty() ? "" : ", at " + place.at());
    }

    private String call() {
        if (kind == Kind.BLOCKS || place.called().isEmpty() || place.called().equals("Schedule.pause")) {
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

package asyncjava.coach.judge;

/// Why a worker ended before its tests did.
///
/// @param why a word for it that does not change
/// @param sentence the same for the learner
/// @param where the stack that tells most about it, a line per frame; empty where none does
public record BrokenOff(Why why, String sentence, String where) {

    public BrokenOff {
        sentence = Shown.of(sentence);
        where = Shown.of(where);
    }

    /// The ways in which it may.
    public enum Why {
        EXIT_CALLED,
        ENDED,
        CRASHED,
        TOO_MANY_THREADS,
        TOO_MUCH_MEMORY,
        TOO_MUCH_OUTPUT,
        TOO_LONG,
        TESTS_BROKE_DOWN
    }
}

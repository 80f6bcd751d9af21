package asyncjava.common.cli;

import java.io.Serial;

/// What a person typed, or a file they named, cannot be used. [CommandLines] shows the message alone, as one line, and
/// ends with [ExitStatus#BAD_INPUT].
public final class BadInput extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /// @param where the option or the place in a file, such as `--tasks` or `tasks.txt:3`
    /// @param got what stood there
    /// @param accepted what may stand there
    public BadInput(String where, String got, String accepted) {
        super("%s: got \"%s\"; accepted: %s".formatted(where, got, accepted));
    }

    /// Returns the number given when it is within its bounds, both included.
    ///
    /// @throws BadInput when it is not
    public static int requireBetween(String where, int got, int least, int most) {
        if (got < least || got > most) {
            throw new BadInput(where, Integer.toString(got), "a whole number from %d to %d".formatted(least, most));
        }
        return got;
    }
}

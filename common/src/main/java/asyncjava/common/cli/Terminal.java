package asyncjava.common.cli;

/// What the place that output goes to can show.
///
/// @param width columns
/// @param unicode whether block characters come through; plain ASCII otherwise
/// @param colour whether to colour: only on a terminal, and never under `NO_COLOR`
public record Terminal(int width, boolean unicode, boolean colour) {

    public Terminal {
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1, was " + width);
        }
    }

    /// For files, pipes and tests.
    public static Terminal plain(int width) {
        return new Terminal(width, true, false);
    }
}

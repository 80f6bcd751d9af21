package asyncjava.common.cli;

/// What a project's main tells the shell.
public final class ExitStatus {

    /// All went well.
    public static final int OK = 0;

    /// The program did what it could, and something failed.
    public static final int FAILED = 1;

    /// Nothing was done, because of what was asked.
    public static final int BAD_INPUT = 2;

    /// Ended by Ctrl-C: 128 and the number of SIGINT.
    public static final int INTERRUPTED = 130;

    private ExitStatus() {}
}

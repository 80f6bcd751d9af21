package asyncjava.common.cli;

import asyncjava.common.logging.LogSetup;
import picocli.CommandLine.Option;

/// The options that every project's main has; to be mixed in with picocli's `@Mixin`.
public final class StandardOptions {

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    @Option(
            names = {"-v", "--verbose"},
            description = "Logs what happens, with milliseconds since the start and the thread.")
    private boolean verbose;

    /// Does what was asked for; to be called before any work.
    public void apply() {
        if (verbose) {
            LogSetup.verbose();
        }
    }
}

package asyncjava.common.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// What the place that output goes to can show.
///
/// @param width columns
/// @param unicode whether block characters come through; plain ASCII otherwise
/// @param colour whether to colour: only on a terminal, and never under `NO_COLOR`
public record Terminal(int width, boolean unicode, boolean colour) {

    private static final int DEFAULT_WIDTH = 80;

    public Terminal {
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1, was " + width);
        }
    }

    /// For files, pipes and tests.
    public static Terminal plain(int width) {
        return new Terminal(width, true, false);
    }

    /// Whether there is a person before a screen, and not a file or another program.
    public static boolean isThere() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /// What this JVM's standard output goes to.
    public static Terminal detect() {
        boolean terminal = isThere();
        return detect(System.getenv(), System.out, terminal, terminal ? askTerminal() : "");
    }

    /// @param terminal whether output goes to one, and not to a file or a pipe
    /// @param size what the terminal says of itself, as rows and columns; empty when it says nothing
    static Terminal detect(Map<String, String> environment, PrintStream out, boolean terminal, String size) {
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean noColour = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(
                columns(environment.getOrDefault("COLUMNS", ""), size),
                !dumb && out.charset().newEncoder().canEncode('█'),
                terminal && !dumb && !noColour);
    }

    private static int columns(String fromEnvironment, String size) {
        String columns = fromEnvironment.isBlank() ? size.strip().replaceFirst("^\\d+ ", "") : fromEnvironment.strip();
        // Some terminals say 0 when they do not know.
        return columns.matches("[1-9]\\d{0,4}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
    }

    // A library would know the width on Windows too, but loading one takes longer than most runs of project 01.
    private static String askTerminal() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Redirect.INHERIT)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            // No stty here, as on Windows: the default width serves.
            return "";
        }
    }
}

package asyncjava.coach.doctor;

import java.io.Console;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// What the place that output goes to can show.
///
/// @param interactive whether input and output are a terminal, and not a file or a pipe
/// @param size asks the terminal for its rows and columns; empty when it does not say
record TerminalProbe(Map<String, String> environment, boolean interactive, Charset charset, Size size)
        implements Probe {

    private static final int NARROW = 60;

    @FunctionalInterface
    interface Size {
        String ask() throws IOException;
    }

    @SuppressWarnings("SystemConsoleNull") // it is null when neither end is a terminal, since JDK 25 again
    static TerminalProbe ofThisJvm(Map<String, String> environment) {
        boolean interactive =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return new TerminalProbe(environment, interactive, System.out.charset(), TerminalProbe::askStty);
    }

    @Override
    public String about() {
        return "Terminal";
    }

    @Override
    public Finding look() throws IOException {
        int columns = columns();
        boolean blocks = charset.newEncoder().canEncode('█');
        String found = "%s, %s, %s, %s."
                .formatted(
                        kind(),
                        columns > 0 ? columns + " columns" : "width not known, so 80 columns",
                        colour(),
                        blocks ? "Unicode" : "only the characters of " + charset);
        if (!blocks) {
            return Finding.note(
                    this,
                    found,
                    "Timelines are drawn with # instead of blocks.",
                    "For blocks, switch to UTF-8: export LANG=C.UTF-8, on Windows chcp 65001.");
        }
        if (columns > 0 && columns < NARROW) {
            return Finding.note(
                    this, found, "Timelines fit, but show less.", "Make the window 80 columns wide, if you can.");
        }
        return Finding.fine(this, found, "Timelines are drawn as they should be.");
    }

    private String kind() {
        if (!interactive) {
            return "A file or a pipe";
        }
        String program = environment.getOrDefault("TERM_PROGRAM", "");
        String term = environment.getOrDefault("TERM", environment.containsKey("WT_SESSION") ? "Windows" : "unnamed");
        return program.isEmpty() ? term : program + " (" + term + ")";
    }

    private String colour() {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return "no colour as NO_COLOR says";
        }
        return interactive && !"dumb".equals(environment.get("TERM")) ? "colour" : "no colour";
    }

    private int columns() throws IOException {
        String set = environment.getOrDefault("COLUMNS", "").strip();
        String columns = set.isEmpty() && interactive ? size.ask().strip().replaceFirst("^\\d+ ", "") : set;
        return columns.matches("[1-9]\\d{0,4}") ? Integer.parseInt(columns) : 0;
    }

    private static String askStty() throws IOException {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Redirect.INHERIT)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException noStty) {
            return "";
        }
    }
}

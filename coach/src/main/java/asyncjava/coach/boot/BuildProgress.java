package asyncjava.coach.boot;

import java.io.Console;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says on stderr what Maven is doing: one line that changes on a terminal; elsewhere one at the start, one at the end.
final class BuildProgress {

    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (.+) \\S+ +\\[(\\d+/\\d+)]");
    private static final Pattern FILE = Pattern.compile("(\\[INFO] )?Downloaded from .*");
    private static final int WIDTH = 70;

    private final boolean terminal;
    private final long start = System.nanoTime();
    private String module = "starting Maven";
    private int files;

    private BuildProgress(boolean terminal) {
        this.terminal = terminal;
    }

    /// @param first whether nothing was ever built here
    @SuppressWarnings("SystemConsoleNull") // it is null when neither end is a terminal, since JDK 25 again
    static BuildProgress start(boolean first) {
        Console console = System.console();
        BuildProgress progress = new BuildProgress(console != null && console.isTerminal());
        if (first) {
            System.err.println("First build. Libraries are downloaded once; that takes a minute or so.");
        } else if (!progress.terminal) {
            System.err.println("Building what is not up to date.");
        }
        progress.show();
        return progress;
    }

    void saw(String line) {
        Matcher building = MODULE.matcher(line);
        if (building.matches()) {
            module = building.group(2) + " " + building.group(1);
            show();
        } else if (FILE.matcher(line).matches()) {
            files++;
            show();
        }
    }

    void end(boolean successful) {
        if (terminal) {
            System.err.print("\r" + " ".repeat(WIDTH) + "\r");
        }
        if (successful) {
            System.err.printf("Built in %.0f s.%n", Math.ceil((System.nanoTime() - start) / 1e9));
        }
    }

    private void show() {
        if (terminal) {
            String text = "Building: " + module + (files == 0 ? "" : ", " + files + " files downloaded");
            System.err.print("\r" + (text + " ".repeat(WIDTH)).substring(0, WIDTH));
        }
    }
}

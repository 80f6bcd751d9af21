package asyncjava.taskrunner;

import asyncjava.common.cli.Durations;
import asyncjava.common.cli.Terminal;
import asyncjava.common.report.Run;
import asyncjava.common.report.StyleRuns;
import asyncjava.common.timeline.Timeline;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Runs the same tasks in one style after another and prints what is to be seen.
final class Comparison {

    /// A style that takes longer than this is left out, unless it was asked for by name.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<SimulatedTask> tasks;
    private final PrintWriter out;
    private final boolean quiet;
    private final StyleRuns runs;

    Comparison(List<SimulatedTask> tasks, PrintWriter out, Terminal terminal, boolean quiet) {
        this.tasks = tasks;
        this.out = out;
        this.quiet = quiet;
        runs = new StyleRuns(out, terminal, quiet);
    }

    /// Runs the styles in the order given, each to its end before the next, and prints as it goes.
    ///
    /// @param skipSlow whether to leave out a style that would take more than a minute
    /// @return the exit status: whether any task failed, or Ctrl-C ended the run
    int run(List<Style> styles, boolean skipSlow) {
        return runs.runAll(styles, style -> {
            Duration atLeast = style.atLeast(tasks);
            if (skipSlow && atLeast.compareTo(PATIENCE) > 0) {
                out.printf(
                        "%s: left out, it would take at least %s; to see it, --style %s%n%n",
                        style, Durations.format(atLeast), style);
                return true;
            }
            return run(style);
        });
    }

    List<Run> runs() {
        return runs.runs();
    }

    private boolean run(Style style) throws InterruptedException {
        runs.announce(style.toString(), style.summary());
        Timeline timeline = Timeline.keeping(StyleRuns.SPANS_KEPT);
        List<Task> recorded =
                tasks.stream().map(task -> task.recordedOn(timeline)).toList();
        long began = System.nanoTime();
        try {
            warmUp(style);
            began = System.nanoTime();
            List<Result> results = style.runner().run(recorded);
            runs.show(ended(style, timeline, began));
            List<String> failures = failures(results);
            if (!failures.isEmpty()) {
                out.printf(
                        "  %s: %d of %d failed: %s%n",
                        style, failures.size(), tasks.size(), StyleRuns.shortened(failures, failures.size()));
            }
            if (!quiet) {
                out.println();
            }
            return failures.isEmpty();
        } catch (InterruptedException e) {
            runs.showCutOff(ended(style, timeline, began), tasks.size());
            throw e;
        }
    }

    /// Loads the style's classes, which would otherwise be measured with its first tasks.
    private static void warmUp(Style style) throws InterruptedException {
        style.runner().run(List.of(new SimulatedTask("warm-up", Duration.ZERO, false)));
    }

    private static Run ended(Style style, Timeline timeline, long began) {
        return new Run(style.toString(), Duration.ofNanos(System.nanoTime() - began), timeline);
    }

    private List<String> failures(List<Result> results) {
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof Result.Failed(Throwable cause)) {
                failures.add("%s (%s)".formatted(tasks.get(i).name(), cause.getMessage()));
            }
        }
        return failures;
    }
}

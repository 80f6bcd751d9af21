package asyncjava.taskrunner;

import asyncjava.common.cli.Durations;
import asyncjava.common.cli.ExitStatus;
import asyncjava.common.cli.Terminal;
import asyncjava.common.report.ComparisonTable;
import asyncjava.common.report.Run;
import asyncjava.common.report.TimelineDrawing;
import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Span;
import asyncjava.common.timeline.Timeline;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/// Runs the same tasks in one style after another and prints what is to be seen.
final class Comparison {

    /// What is kept for the drawings; more spans than anyone looks at, few enough to cost nothing beside the tasks.
    private static final int SPANS_KEPT = 10_000;

    private static final int NAMES_SHOWN = 8;

    /// A style that takes longer than this is left out, unless it was asked for by name.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<SimulatedTask> tasks;
    private final PrintWriter out;
    private final Terminal terminal;
    private final boolean quiet;
    private final List<Run> runs = new ArrayList<>();
    private boolean failed;

    Comparison(List<SimulatedTask> tasks, PrintWriter out, Terminal terminal, boolean quiet) {
        this.tasks = tasks;
        this.out = out;
        this.terminal = terminal;
        this.quiet = quiet;
    }

    /// Runs the styles in the order given, each to its end before the next, and prints as it goes.
    ///
    /// @param skipSlow whether to leave out a style that would take more than a minute
    /// @return the exit status: whether any task failed, or Ctrl-C ended the run
    int run(List<Style> styles, boolean skipSlow) {
        Deque<Style> left = new ArrayDeque<>(styles);
        try {
            while (!left.isEmpty()) {
                Style style = left.removeFirst();
                Duration atLeast = style.atLeast(tasks);
                if (skipSlow && atLeast.compareTo(PATIENCE) > 0) {
                    out.printf(
                            "%s: left out, it would take at least %s; to see it, --style %s%n%n",
                            style, Durations.format(atLeast), style);
                } else {
                    run(style);
                }
            }
        } catch (InterruptedException e) {
            // Ctrl-C: the tasks are cancelled, and what became of them has been told.
            if (!left.isEmpty()) {
                out.printf("Not run: %s%n%n", left.stream().map(Style::toString).collect(Collectors.joining(", ")));
            }
            return ExitStatus.INTERRUPTED;
        } finally {
            out.print(ComparisonTable.draw(runs, terminal));
            out.flush();
        }
        return failed ? ExitStatus.FAILED : ExitStatus.OK;
    }

    List<Run> runs() {
        return List.copyOf(runs);
    }

    private void run(Style style) throws InterruptedException {
        if (!quiet) {
            out.printf("%s: %s%n", style, style.summary());
            out.flush();
        }
        Timeline timeline = Timeline.keeping(SPANS_KEPT);
        List<Task> recorded =
                tasks.stream().map(task -> task.recordedOn(timeline)).toList();
        long began = System.nanoTime();
        try {
            warmUp(style);
            began = System.nanoTime();
            List<Result> results = style.runner().run(recorded);
            show(style, timeline, began);
            showFailures(style, results);
            if (!quiet) {
                out.println();
            }
        } catch (InterruptedException e) {
            // The terminal has just printed ^C in this line.
            out.println();
            show(style, timeline, began);
            showCutOff(style, timeline);
            throw e;
        }
    }

    /// Loads the style's classes, which would otherwise be measured with its first tasks.
    private static void warmUp(Style style) throws InterruptedException {
        style.runner().run(List.of(new SimulatedTask("warm-up", Duration.ZERO, false)));
    }

    private void show(Style style, Timeline timeline, long began) {
        Run run = new Run(style.toString(), Duration.ofNanos(System.nanoTime() - began), timeline);
        runs.add(run);
        if (!quiet) {
            draw(timeline);
        }
    }

    /// Draws to the scale of the longest run so far, so that runs can be compared by eye.
    private void draw(Timeline timeline) {
        Duration makespan = timeline.makespan();
        Duration longest = runs.stream()
                .map(run -> run.timeline().makespan())
                .max(Duration::compareTo)
                .orElse(makespan);
        boolean tooShort = tooShortToSee(makespan, longest, terminal);
        out.print(TimelineDrawing.draw(timeline, terminal, tooShort ? makespan : longest));
        if (tooShort) {
            out.println("  Mind the scale: on that of the others, these bars would be too short to see.");
        }
    }

    static boolean tooShortToSee(Duration makespan, Duration scale, Terminal terminal) {
        return scale.compareTo(makespan.multipliedBy(terminal.width())) > 0;
    }

    private void showFailures(Style style, List<Result> results) {
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof Result.Failed(Throwable cause)) {
                failures.add("%s (%s)".formatted(tasks.get(i).name(), cause.getMessage()));
            }
        }
        if (!failures.isEmpty()) {
            failed = true;
            out.printf(
                    "  %s: %d of %d failed: %s%n",
                    style, failures.size(), tasks.size(), shortened(failures, failures.size()));
        }
    }

    private void showCutOff(Style style, Timeline timeline) {
        List<String> cutOff = timeline.spans().stream()
                .filter(span -> span.outcome() == Outcome.CANCELLED)
                .map(Span::name)
                .toList();
        out.printf(
                "  %s, interrupted: %d done, %d failed, %d cut off, %d never begun.%n",
                style,
                timeline.count(Outcome.OK),
                timeline.count(Outcome.FAILED),
                timeline.count(Outcome.CANCELLED),
                tasks.size() - timeline.opened());
        if (!cutOff.isEmpty()) {
            out.printf("  Cut off: %s%n", shortened(cutOff, timeline.count(Outcome.CANCELLED)));
        }
        out.println();
    }

    /// @param total how many there are; not all of them need have names here
    private static String shortened(List<String> names, long total) {
        String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
        return total <= NAMES_SHOWN ? shown : "%s and %d more".formatted(shown, total - NAMES_SHOWN);
    }
}

package asyncjava.common.report;

import asyncjava.common.cli.ExitStatus;
import asyncjava.common.cli.Terminal;
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

/// Runs of one job in several styles, one after another, told to a person as they come: each with its timeline, all to
/// the scale of the longest so far, and a table of them in the end.
public final class StyleRuns {

    /// What is kept for the drawings; more spans than anyone looks at, few enough to cost nothing beside the work.
    public static final int SPANS_KEPT = 10_000;

    private static final int NAMES_SHOWN = 8;

    private final PrintWriter out;
    private final Terminal terminal;
    private final boolean quiet;
    private final List<Run> runs = new ArrayList<>();

    /// Does the job in one style.
    @FunctionalInterface
    public interface Job<S> {

        /// Runs it to its end.
        ///
        /// @return whether all went well
        /// @throws InterruptedException when Ctrl-C ended it; what became of it has been told by then
        boolean run(S style) throws InterruptedException;
    }

    /// No runs yet.
    ///
    /// @param quiet whether to show the table alone
    public StyleRuns(PrintWriter out, Terminal terminal, boolean quiet) {
        this.out = out;
        this.terminal = terminal;
        this.quiet = quiet;
    }

    /// Runs the styles in the order given, each to its end before the next.
    ///
    /// @return the exit status: whether anything failed, or Ctrl-C ended it
    public <S> int runAll(List<S> styles, Job<S> job) {
        Deque<S> left = new ArrayDeque<>(styles);
        boolean well = true;
        try {
            while (!left.isEmpty()) {
                well &= job.run(left.removeFirst());
            }
        } catch (InterruptedException e) {
            if (!left.isEmpty()) {
                out.printf(
                        "Not run: %s%n%n", left.stream().map(Object::toString).collect(Collectors.joining(", ")));
            }
            return ExitStatus.INTERRUPTED;
        } finally {
            out.print(ComparisonTable.draw(runs, terminal));
            out.flush();
        }
        return well ? ExitStatus.OK : ExitStatus.FAILED;
    }

    /// The runs that were told of so far.
    public List<Run> runs() {
        return List.copyOf(runs);
    }

    /// Says what is run next.
    public void announce(String style, String summary) {
        if (!quiet) {
            out.printf("%s: %s%n", style, summary);
            out.flush();
        }
    }

    /// Shows a run that has ended.
    public void show(Run run) {
        runs.add(run);
        if (!quiet) {
            draw(run.timeline());
        }
    }

    /// Shows a run that Ctrl-C has ended, and what it cut off.
    ///
    /// @param planned how many pieces of work there were to do
    public void showCutOff(Run run, int planned) {
        // The terminal has just printed ^C in this line.
        out.println();
        show(run);
        Timeline timeline = run.timeline();
        out.printf(
                "  %s, interrupted: %d done, %d failed, %d cut off, %d never begun.%n",
                run.style(),
                timeline.count(Outcome.OK),
                timeline.count(Outcome.FAILED),
                timeline.count(Outcome.CANCELLED),
                planned - timeline.opened());
        List<String> cutOff = timeline.spans().stream()
                .filter(span -> span.outcome() == Outcome.CANCELLED)
                .map(Span::name)
                .toList();
        if (!cutOff.isEmpty()) {
            out.printf("  Cut off: %s%n", shortened(cutOff, timeline.count(Outcome.CANCELLED)));
        }
        out.println();
    }

    /// The first of some names, and how many more there are.
    ///
    /// @param total how many there are; not all of them need have names here
    public static String shortened(List<String> names, long total) {
        String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
        return total <= NAMES_SHOWN ? shown : "%s and %d more".formatted(shown, total - NAMES_SHOWN);
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
}

package asyncjava.taskrunner;

import asyncjava.common.cli.BadInput;
import asyncjava.common.cli.CommandLines;
import asyncjava.common.cli.CtrlC;
import asyncjava.common.cli.Durations;
import asyncjava.common.cli.OutputFile;
import asyncjava.common.cli.StandardOptions;
import asyncjava.common.cli.Terminal;
import asyncjava.common.report.HtmlReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs simulated tasks one after another and then all at once, in every style, and shows when each of them ran.
@Command(
        name = "01-task-runner",
        description =
                "Runs simulated tasks one after another, then all at once in five styles, and shows when each ran.",
        sortOptions = false)
public final class Main implements Callable<Integer> {

    private static final int DEFAULT_TASKS = 10;
    private static final int MOST_TASKS = 5_000_000;
    private static final Duration LONGEST_DELAY = Duration.ofHours(24);

    @Spec
    private CommandSpec spec;

    @Mixin
    private StandardOptions standard = new StandardOptions();

    @Parameters(paramLabel = "NAME", description = "Names of tasks, in place of --tasks.")
    private List<String> names = List.of();

    @Option(names = "--tasks", paramLabel = "N", description = "How many tasks; 10 if not said.")
    private @Nullable Integer count;

    @Option(names = "--input", paramLabel = "FILE", description = "Reads a task per line: NAME [DELAY] [fail].")
    private @Nullable Path input;

    @Option(names = "--delay", paramLabel = "TIME", description = "How long a task takes; 300ms if not said.")
    private Duration delay = Duration.ofMillis(300);

    @Option(names = "--fail", paramLabel = "N", description = "How many of the tasks fail; none if not said.")
    private int failing;

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            description = "sequential, platform, virtual, future, structured, reactor, or several with commas between;"
                    + " all if not said.")
    private String style = "all";

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the timelines as a page for a browser.")
    private @Nullable Path report;

    @Option(names = "--quiet", description = "Shows the comparison alone, no timelines.")
    private boolean quiet;

    public static void main(String[] args) {
        System.exit(CommandLines.run(new Main(), args));
    }

    @Override
    public Integer call() throws IOException {
        standard.apply();
        List<Style> styles = Style.parse(style);
        List<SimulatedTask> tasks = tasks();
        if (report != null) {
            OutputFile.require("--report", report);
        }
        PrintWriter out = spec.commandLine().getOut();
        try (CtrlC _ = CtrlC.interruptsThisThread()) {
            Comparison comparison = new Comparison(tasks, out, Terminal.detect(), quiet);
            int status = comparison.run(styles, style.equals("all"));
            if (report != null) {
                HtmlReport.write(report, "Task runner", CommandLines.asTyped(spec), comparison.runs());
                out.println("Report: " + report.toAbsolutePath());
            }
            out.flush();
            return status;
        }
    }

    private List<SimulatedTask> tasks() {
        requireAtMostADay("--delay", delay);
        List<SimulatedTask> tasks = source();
        tasks.forEach(task -> requireAtMostADay(task.name(), task.delay()));
        BadInput.requireBetween("tasks", tasks.size(), 1, MOST_TASKS);
        BadInput.requireBetween("--fail", failing, 0, tasks.size());
        return failing == 0 ? tasks : TaskSource.withFailures(tasks, failing);
    }

    private static void requireAtMostADay(String where, Duration got) {
        if (got.compareTo(LONGEST_DELAY) > 0) {
            throw new BadInput(where, Durations.format(got), "a time from 0ms to 24h");
        }
    }

    private List<SimulatedTask> source() {
        List<String> sources = new ArrayList<>(names);
        if (count != null) {
            sources.add("--tasks " + count);
        }
        if (input != null) {
            sources.add("--input " + input);
        }
        if (sources.size() > Math.max(1, names.size())) {
            throw new BadInput("tasks", String.join(" ", sources), "one of --tasks, --input or names");
        }
        if (input != null) {
            return TaskSource.file(input, delay);
        }
        if (!names.isEmpty()) {
            return TaskSource.named(names, delay);
        }
        int wanted = count == null ? DEFAULT_TASKS : BadInput.requireBetween("--tasks", count, 1, MOST_TASKS);
        return TaskSource.numbered(wanted, delay);
    }
}

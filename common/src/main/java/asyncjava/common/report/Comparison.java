package asyncjava.common.report;

import asyncjava.common.cli.Durations;
import asyncjava.common.cli.Terminal;
import asyncjava.common.timeline.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The numbers by which runs are compared, as text, whichever way they are shown.
///
/// @param headings one per column; the first column holds the styles
/// @param briefHeadings the same for a place that is too narrow for them
/// @param rows one per run
record Comparison(List<String> headings, List<String> briefHeadings, List<List<String>> rows) {

    private static final String BASELINE = "sequential";

    static Comparison of(List<Run> runs, Terminal terminal) {
        boolean anyFailed = any(runs, Outcome.FAILED);
        boolean anyCancelled = any(runs, Outcome.CANCELLED);
        String counted = runs.getFirst().counted();
        List<String> headings = new ArrayList<>(List.of("style", "time", "speed-up", "peak in flight"));
        List<String> briefHeadings = new ArrayList<>(List.of("style", "time", "speed-up", "peak"));
        if (anyFailed) {
            headings.add("failed " + counted);
            briefHeadings.add("failed");
        }
        if (anyCancelled) {
            headings.add("cancelled " + counted);
            briefHeadings.add("cancelled");
        }
        List<List<String>> rows = new ArrayList<>();
        for (Run run : runs) {
            List<String> row = new ArrayList<>();
            row.add(Printable.clean(run.style(), terminal));
            row.add(Durations.format(run.elapsed(), terminal));
            row.add(speedUp(baseline(runs), run.elapsed(), terminal));
            row.add(String.valueOf(run.timeline().peakInFlight()));
            if (anyFailed) {
                row.add(String.valueOf(run.timeline().count(Outcome.FAILED)));
            }
            if (anyCancelled) {
                row.add(String.valueOf(run.timeline().count(Outcome.CANCELLED)));
            }
            rows.add(row);
        }
        headings.replaceAll(String::strip);
        return new Comparison(headings, briefHeadings, rows);
    }

    private static Duration baseline(List<Run> runs) {
        for (Run run : runs) {
            if (run.style().equals(BASELINE)) {
                return run.elapsed();
            }
        }
        return runs.getFirst().elapsed();
    }

    private static String speedUp(Duration baseline, Duration elapsed, Terminal terminal) {
        if (elapsed.isZero()) {
            return "-";
        }
        double times = (double) baseline.toNanos() / elapsed.toNanos();
        // Three digits, like the times that it is made of.
        String pattern = times < 9.995 ? "%.2f" : times < 99.95 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, pattern, times) + (terminal.unicode() ? "×" : "x");
    }

    private static boolean any(List<Run> runs, Outcome outcome) {
        for (Run run : runs) {
            if (run.timeline().count(outcome) > 0) {
                return true;
            }
        }
        return false;
    }
}

package asyncjava.common.report;

import asyncjava.common.cli.Terminal;
import java.util.List;

/// Runs of the same job side by side: style, time, speed-up, peak in flight, and how many failed or were cancelled.
///
/// ```
/// style              time  speed-up  peak in flight
/// sequential       3.02 s     1.00×               1
/// virtual-threads  302 ms     10.0×              10
/// ```
public final class ComparisonTable {

    private static final String GAP = "  ";
    private static final int NARROWEST_STYLE = 6;

    private ComparisonTable() {}

    /// Draws a row per run. The speed-up is against the run named `sequential`, or against the first where none is.
    ///
    /// @return lines ending in a newline, none wider than the terminal; where a table does not fit, a list per run
    public static String draw(List<Run> runs, Terminal terminal) {
        if (runs.isEmpty()) {
            return Printable.cut("(nothing was run)", terminal.width(), terminal) + "\n";
        }
        Comparison comparison = Comparison.of(runs, terminal);
        List<String> headings = comparison.headings();
        int[] widths = widths(headings, comparison.rows());
        if (room(widths, terminal) < widths[0]) {
            headings = comparison.briefHeadings();
            widths = widths(headings, comparison.rows());
        }
        int room = room(widths, terminal);
        if (room < Math.min(widths[0], NARROWEST_STYLE)) {
            return list(comparison, terminal);
        }
        widths[0] = Math.min(widths[0], room);
        StringBuilder text = new StringBuilder();
        appendRow(text, headings, widths, terminal);
        for (List<String> row : comparison.rows()) {
            appendRow(text, row, widths, terminal);
        }
        return text.toString();
    }

    private static int[] widths(List<String> headings, List<List<String>> rows) {
        int[] widths = new int[headings.size()];
        widen(widths, headings);
        rows.forEach(row -> widen(widths, row));
        return widths;
    }

    /// What the numbers leave for the styles.
    private static int room(int[] widths, Terminal terminal) {
        int room = terminal.width();
        for (int column = 1; column < widths.length; column++) {
            room -= GAP.length() + widths[column];
        }
        return room;
    }

    private static void widen(int[] widths, List<String> row) {
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(widths[column], Printable.columns(row.get(column)));
        }
    }

    private static void appendRow(StringBuilder text, List<String> row, int[] widths, Terminal terminal) {
        text.append(Printable.fit(row.getFirst(), widths[0], terminal));
        for (int column = 1; column < widths.length; column++) {
            String number = row.get(column);
            text.append(GAP).repeat(' ', widths[column] - number.length()).append(number);
        }
        text.append('\n');
    }

    private static String list(Comparison comparison, Terminal terminal) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : comparison.rows()) {
            text.append(Printable.cut(row.getFirst(), terminal.width(), terminal))
                    .append('\n');
            for (int column = 1; column < row.size(); column++) {
                String line = GAP + comparison.headings().get(column) + ": " + row.get(column);
                text.append(Printable.cut(line, terminal.width(), terminal)).append('\n');
            }
        }
        return text.toString();
    }
}

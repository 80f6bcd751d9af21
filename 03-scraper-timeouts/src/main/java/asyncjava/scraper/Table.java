package asyncjava.scraper;

import asyncjava.common.cli.Durations;
import asyncjava.common.cli.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A row for each page: status, time, tries, and what was found on it, or what went wrong.
///
/// ```
///   status    time  tries  page
///      200  109 ms      1  http://127.0.0.1:40100/catalogue/7
///                          Wall clock: 2 headings, 3 links
///        -     2 s      3  http://127.0.0.1:40100/catalogue/9
///                          timed out after 2 s, waiting for the first byte
/// ```
final class Table {

    private static final String ROW = "  %6s  %8s  %5s  %s%n";
    private static final String BELOW = " ".repeat(27);
    private static final int TEXTS_SHOWN = 3;
    private static final int NARROW = 60;

    private Table() {}

    static String draw(List<Row> rows, boolean selects, Terminal terminal) {
        StringBuilder text = new StringBuilder(ROW.formatted("status", "time", "tries", "page"));
        for (Row row : rows) {
            text.append(ROW.formatted(
                    row.status() == null ? "-" : row.status(),
                    row.attempts() == 0 ? "-" : Durations.format(Duration.ofMillis(row.millis()), terminal),
                    row.attempts() == 0 ? "-" : row.attempts(),
                    row.url()));
            for (String line : below(row, selects, Math.max(NARROW, terminal.width()) - BELOW.length())) {
                text.append(BELOW).append(line).append(System.lineSeparator());
            }
        }
        return text.toString();
    }

    private static List<String> below(Row row, boolean selects, int width) {
        if (!row.reason().isEmpty()) {
            return List.of(row.reason().replaceAll("\\p{Cntrl}", " "));
        }
        if (!selects) {
            String found = ": %s, %s"
                    .formatted(
                            counted(row.headings().size(), "heading"),
                            counted(row.links().size(), "link"));
            String title = row.title().isEmpty() ? "(no title)" : row.title();
            return List.of(cut(title, width - found.length()) + found);
        }
        List<String> shown = row.selected().stream()
                .limit(TEXTS_SHOWN)
                .map(text -> cut(text, width))
                .collect(Collectors.toCollection(ArrayList::new));
        if (shown.isEmpty()) {
            shown.add("(nothing selected)");
        } else if (row.selected().size() > TEXTS_SHOWN) {
            shown.add("and %d more".formatted(row.selected().size() - TEXTS_SHOWN));
        }
        return shown;
    }

    private static String counted(int number, String what) {
        return number == 1 ? "1 " + what : number + " " + what + "s";
    }

    private static String cut(String line, int width) {
        // What a stranger's page says is not to move the cursor.
        String safe = line.replaceAll("\\p{Cntrl}", " ");
        return safe.length() <= width ? safe : safe.substring(0, width - 1) + "…";
    }
}

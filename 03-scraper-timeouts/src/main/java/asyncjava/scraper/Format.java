package asyncjava.scraper;

import asyncjava.common.cli.Choice;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;

/// How rows are written.
enum Format {
    /// For a person; drawn when all pages have ended, in the order asked for.
    TABLE,
    /// A record per page as it ends, after RFC 4180. Where there are several headings, links or texts in a
    /// field, each stands on a line of its own.
    CSV,
    /// A JSON object per line, as the pages end.
    JSONL;

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final CSVFormat RECORDS = CSVFormat.RFC4180;

    static Format parse(String text) {
        return Choice.one("--format", text, List.of(values()));
    }

    /// Whether it is read by programs, as it comes.
    boolean isData() {
        return this != TABLE;
    }

    /// The first line; empty where there is none.
    String heading() {
        return this == CSV
                ? RECORDS.format(
                                "url",
                                "outcome",
                                "status",
                                "clock",
                                "reason",
                                "attempts",
                                "millis",
                                "location",
                                "title",
                                "headings",
                                "links",
                                "selected")
                        + "\r\n"
                : "";
    }

    /// A row of data, with its line's end.
    String row(Row row) {
        try {
            return this == JSONL ? JSON.writeValueAsString(row) + "\n" : csv(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String csv(Row row) {
        return RECORDS.format(
                        row.url(),
                        row.outcome(),
                        Objects.requireNonNullElse(row.status(), ""),
                        Objects.requireNonNullElse(row.clock(), ""),
                        row.reason(),
                        row.attempts(),
                        row.millis(),
                        row.location(),
                        row.title(),
                        lines(row.headings()),
                        lines(row.links()),
                        lines(row.selected()))
                + "\r\n";
    }

    private static String lines(List<String> several) {
        return String.join("\n", several);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

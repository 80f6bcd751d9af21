package asyncjava.common.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/// Runs side by side in one HTML file that needs nothing else: no network, no fonts, no other file.
public final class HtmlReport {

    private HtmlReport() {}

    /// Writes the report, replacing what was there. When this fails, what was there is still there, and nothing else.
    ///
    /// @param title what was run, for a person
    /// @param command how to run it again
    /// @param runs shown in this order; the speed-up is against the one named `sequential`, or else the first
    public static void write(Path file, String title, String command, List<Run> runs) throws IOException {
        String page = ReportPage.of(title, command, runs, ZonedDateTime.now(ZoneId.systemDefault()));
        WholeFile.write(file, out -> out.write(page));
    }
}

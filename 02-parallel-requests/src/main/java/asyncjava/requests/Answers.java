package asyncjava.requests;

import asyncjava.common.cli.Durations;
import asyncjava.common.cli.Terminal;
import java.util.List;
import java.util.stream.IntStream;

/// A row for each URL: status, size, time, or what went wrong.
///
/// ```
///   status     size    time  URL
///      200  10.2 kB  103 ms  http://127.0.0.1:40100/delay/100
///        -      0 B     1 s  http://127.0.0.1:40100/mute
///                            timed out after 1 s: no answer had come
/// ```
final class Answers {

    private static final String ROW = "  %6s  %8s  %8s  %s%n";
    private static final String REASON = " ".repeat(28) + "%s%n";

    private Answers() {}

    /// What is to be told of one URL.
    ///
    /// @param result nothing was tried where it says so
    record Row(String url, Result result) {

        /// What does not change from run to run: the same answer comes out the same.
        private String essence() {
            return switch (result) {
                case Result.Answered answered -> answered.status() + " " + answered.bytes();
                case Result.Failed failed -> failed.reason();
            };
        }
    }

    static boolean areTheSame(List<Row> some, List<Row> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size())
                        .allMatch(
                                i -> some.get(i).essence().equals(others.get(i).essence()));
    }

    static String draw(List<Row> rows, Terminal terminal) {
        StringBuilder text = new StringBuilder(ROW.formatted("status", "size", "time", "URL"));
        for (Row row : rows) {
            switch (row.result()) {
                case Result.Answered answered ->
                    text.append(ROW.formatted(
                            answered.status(),
                            Sizes.format(answered.bytes()),
                            Durations.format(answered.time(), terminal),
                            row.url()));
                case Result.Failed failed -> {
                    text.append(ROW.formatted(
                            "-",
                            failed.time().isZero() ? "-" : Sizes.format(failed.bytes()),
                            failed.time().isZero() ? "-" : Durations.format(failed.time(), terminal),
                            row.url()));
                    text.append(REASON.formatted(failed.reason()));
                }
            }
        }
        return text.toString();
    }
}

package asyncjava.site;

import java.util.List;
import java.util.Map;

/// The account at one moment, as `/stats` shows it.
///
/// @param sinceMillis how long ago the account began
/// @param abandoned requests whose client was gone before the answer's end
/// @param per100Millis requests in each tenth of a second since then, for at most an hour
/// @param hosts by scheme, name and port
/// @param paths by path, whatever the query
record Snapshot(
        long sinceMillis,
        long requests,
        int inFlight,
        int peakInFlight,
        long abandoned,
        long connections,
        int openConnections,
        List<Integer> per100Millis,
        Map<String, Host> hosts,
        Map<String, Path> paths) {

    /// How many arrivals of a path are shown with their times.
    static final int TIMES_SHOWN = 100;

    record Host(long requests, int inFlight, int peakInFlight, int openConnections) {}

    /// @param atMillis when the first requests arrived, counted from the account's beginning
    record Path(long requests, int peakInFlight, List<Long> atMillis) {}
}

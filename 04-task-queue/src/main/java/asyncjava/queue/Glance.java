package asyncjava.queue;

import java.util.List;

/// What can be seen of a queue at one moment.
///
/// @param waiting orders that were accepted and not begun
/// @param mostWaiting the most that there were at once
record Glance(int waiting, int mostWaiting, List<Station> stations) {}

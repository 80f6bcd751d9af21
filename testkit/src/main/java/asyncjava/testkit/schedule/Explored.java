package asyncjava.testkit.schedule;

import java.util.Set;

/// What an exploration without a failure has seen.
///
/// @param schedules how many schedules it ran
/// @param steps how many turns all of them together took
/// @param outside the names of the threads that took part without being in any schedule: what they did was
/// left to luck
public record Explored(int schedules, long steps, Set<String> outside) {}

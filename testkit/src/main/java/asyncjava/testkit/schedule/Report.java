package asyncjava.testkit.schedule;

import java.util.Set;
import java.util.stream.Collectors;

/// Tells of a schedule that failed: what was wrong, which turns led there, and how to run it again.
final class Report {

    private static final int MOST_NAMES = 4;

    /// Whoever runs tests otherwise than by Maven says here how to run them with a seed, which is added at the end.
    private static final String REPLAY = "schedule.replay";

    private Report() {}

    /// @param passed how many schedules before it did not fail
    /// @param again the same seed once more, with a note of where each turn ended
    static AssertionError of(long seed, int passed, Played first, Played again, Set<String> outside, String test) {
        if (first.steps().isEmpty()) {
            return unscheduled(first.failure().orElseThrow());
        }
        boolean same = again.repeats(first);
        Played shown = same ? again : first;
        Failure failure = shown.failure().orElseThrow();
        return error(failure, """
                Schedule %d fails%s:

                %s

                Turn by turn, from above to below, and where each turn ended:

                %s
                %s%s
                """.formatted(
                        seed,
                        passed == 0 ? "" : ", after %d that did not".formatted(passed),
                        failure.what().strip(),
                        Interleaving.of(shown.steps(), Explorer.onlySeed().isPresent()),
                        same ? replay(seed, test) : unlike(seed),
                        beside(outside)));
    }

    private static AssertionError error(Failure failure, String message) {
        AssertionError error = new AssertionError(message, failure.cause().orElse(null));
        failure.cause().ifPresent(cause -> error.setStackTrace(cause.getStackTrace()));
        return error;
    }

    private static AssertionError unscheduled(Failure failure) {
        return error(failure, """
                %s

                No seed decided it, for want of --add-opens java.base/java.lang=ALL-UNNAMED. It may not fail again.
                """.formatted(failure.what().strip()));
    }

    private static String replay(long seed, String test) {
        String command = System.getProperty(REPLAY, "%s-D%s=".formatted(test, Explorer.SEED));
        return "To run this schedule alone: " + command + seed;
    }

    private static String unlike(long seed) {
        return """
                The same seed, %d, took other turns or came to something else when it was run again. So something that no seed
                decides has a part in it: time, chance, a thread beside the schedule, or an object that the scenario did not
                make anew.""".formatted(seed);
    }

    private static String beside(Set<String> outside) {
        if (outside.isEmpty()) {
            return "";
        }
        String some = outside.stream().sorted().limit(MOST_NAMES).collect(Collectors.joining(", "));
        String more = outside.size() > MOST_NAMES ? " and %d more".formatted(outside.size() - MOST_NAMES) : "";
        return """


                Beside the schedule, and not explored: %s%s. Hand the code an executor and
                the time of the schedule instead.""".formatted(some, more);
    }
}

package asyncjava.coach.worker;

import java.util.Arrays;
import java.util.stream.Collectors;

/// What of a failure or a stack is worth a learner's reading.
final class Stacks {

    private static final int FRAMES_SHOWN = 4;

    private Stacks() {}

    /// An assertion speaks for itself; of any other exception it is of interest where it came from.
    static String words(Throwable failure) {
        return failure instanceof AssertionError && failure.getMessage() != null
                ? failure.getMessage()
                : failure + "\n" + frames(failure.getStackTrace());
    }

    static String frames(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .limit(FRAMES_SHOWN)
                .map(frame -> "  at " + frame)
                .collect(Collectors.joining("\n"));
    }
}

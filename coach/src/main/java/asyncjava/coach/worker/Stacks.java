package asyncjava.coach.worker;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What of a failure or a stack is worth a learner's reading.
final class Stacks {

    private static final int FRAMES_SHOWN = 4;
    private static final int CAUSES_SHOWN = 3;

    private Stacks() {}

    /// An assertion speaks for itself; of any other exception it is of interest where it came from.
    static String words(Throwable failure) {
        try {
            return failure instanceof AssertionError && failure.getMessage() != null
                    ? failure.getMessage()
                    : withCauses(failure);
        } catch (Throwable notTold) { // an exception of the answer's own may do anything when it is asked
            return "%s, which when asked what it says throws %s"
                    .formatted(failure.getClass().getName(), notTold.getClass().getName());
        }
    }

    private static String withCauses(Throwable failure) {
        return Stream.iterate(failure, one -> one != null, Throwable::getCause)
                .limit(CAUSES_SHOWN)
                .map(one -> one + advice(one) + "\n" + frames(one.getStackTrace()))
                .collect(Collectors.joining("\nCaused by: "));
    }

    private static String advice(Throwable failure) {
        boolean unlikeTheStub = failure instanceof IncompatibleClassChangeError
                || (failure instanceof NoClassDefFoundError && failure.getCause() instanceof ClassNotFoundException);
        return unlikeTheStub
                ? "\nThe tests know your class as the stub declares it: keep its names, parameters and types."
                : "";
    }

    /// The innermost frames, of those in the JDK only the one that was called.
    static String frames(StackTraceElement[] stack) {
        List<StackTraceElement> frames = Arrays.asList(stack);
        int inTheJdk = (int) frames.stream().takeWhile(Stacks::isJdk).count();
        int first = inTheJdk == frames.size() ? 0 : Math.max(0, inTheJdk - 1);
        return frames.stream()
                .skip(first)
                .limit(FRAMES_SHOWN)
                .map(frame -> "  at " + frame)
                .collect(Collectors.joining("\n"));
    }

    private static boolean isJdk(StackTraceElement frame) {
        return frame.getModuleName() != null; // all else is on the class path
    }
}

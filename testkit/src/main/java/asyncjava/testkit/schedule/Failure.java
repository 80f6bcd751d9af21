package asyncjava.testkit.schedule;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was wrong with a run.
///
/// @param repeatable whether the run may be made again; one that never ends takes a processor for good each
/// time
record Failure(String what, Optional<Throwable> cause, boolean repeatable) {

    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]+");

    static Failure of(String what) {
        return new Failure(what, Optional.empty(), true);
    }

    static Failure unrepeatable(String what) {
        return new Failure(what, Optional.empty(), false);
    }

    static Failure of(String what, Throwable cause) {
        return new Failure(what, Optional.of(cause), true);
    }

    static Failure of(Throwable cause) {
        String message = cause instanceof AssertionError && cause.getMessage() != null
                ? cause.getMessage()
                : "The scenario threw " + cause;
        return of(message, cause);
    }

    /// The same, with failures that nobody has asked for yet: one of them may be the reason.
    Failure with(List<Failure> others) {
        String all = Stream.concat(Stream.of(what), others.stream().map(Failure::what))
                .collect(Collectors.joining("\n\n"));
        return new Failure(
                all,
                cause.or(() ->
                        others.stream().flatMap(other -> other.cause().stream()).findFirst()),
                repeatable);
    }

    boolean isLike(Failure other) {
        return IDENTITY.matcher(what)
                .replaceAll("")
                .equals(IDENTITY.matcher(other.what).replaceAll(""));
    }
}

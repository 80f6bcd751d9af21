package asyncjava.coach.doctor;

import java.util.Locale;

/// What a probe found.
///
/// @param about what was looked at, such as `Port 8080`
/// @param found what is there
/// @param means what that is to somebody who takes the course
/// @param advice what to do about it; empty when there is nothing to do
public record Finding(String about, Status status, String found, String means, String advice) {

    /// How much it matters.
    public enum Status {
        FINE,
        /// The course works all the same, but for what the finding says.
        NOTE,
        /// Something will not work.
        PROBLEM;

        /// Longer words for what matters more, so that it is seen without colour.
        public String word() {
            return this == PROBLEM ? name() : name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding fine(Probe probe, String found, String means) {
        return new Finding(probe.about(), Status.FINE, found, means, "");
    }

    static Finding note(Probe probe, String found, String means, String advice) {
        return new Finding(probe.about(), Status.NOTE, found, means, advice);
    }

    static Finding problem(Probe probe, String found, String means, String advice) {
        return new Finding(probe.about(), Status.PROBLEM, found, means, advice);
    }

    /// All of it, as somebody who listens hears it.
    public String inOneLine() {
        return "%s, %s: %s %s %s"
                .formatted(about, status.word(), found, means, advice)
                .strip();
    }
}

package asyncjava.coach.judge;

import java.time.Duration;

/// What a worker may use.
///
/// @param patience how long a test waits for what must happen
/// @param time for all the tests together, in one run
/// @param megabytes of heap
/// @param printed characters
public record Limits(Duration patience, Duration time, int megabytes, int printed) {

    /// For somebody who waits: long enough for the busiest machine.
    public static final Limits FOR_A_LEARNER = new Limits(Duration.ofSeconds(5), Duration.ofMinutes(2), 512, 4_000_000);

    public Limits withPatience(Duration other) {
        return new Limits(other, time, megabytes, printed);
    }
}

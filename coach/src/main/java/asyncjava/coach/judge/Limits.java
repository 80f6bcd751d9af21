package asyncjava.coach.judge;

import java.time.Duration;

/// What an answer may use.
///
/// @param patience how long a test waits for what must happen
/// @param compile for the compiler
/// @param time for all the tests together, in one run
/// @param grace how much longer than the worker's own watchdog the judge waits for it
/// @param megabytes of heap
/// @param threads of the platform, those of the tests among them
/// @param printed characters
public record Limits(
        Duration patience, Duration compile, Duration time, Duration grace, int megabytes, int threads, int printed) {

    /// For somebody who waits: long enough for the busiest machine. The tests and what they need have fewer
    /// than fifty threads; a fair answer may have one for each of a hundred calls.
    public static final Limits FOR_A_LEARNER = new Limits(
            Duration.ofSeconds(3),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofSeconds(15),
            512,
            500,
            4_000_000);

    public Limits withPatience(Duration other) {
        return new Limits(other, compile, time, grace, megabytes, threads, printed);
    }

    public Limits withCompile(Duration other) {
        return new Limits(patience, other, time, grace, megabytes, threads, printed);
    }

    public Limits withTime(Duration other) {
        return new Limits(patience, compile, other, grace, megabytes, threads, printed);
    }
}

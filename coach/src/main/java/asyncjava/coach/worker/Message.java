package asyncjava.coach.worker;

import java.util.List;

/// What a worker and its judge say to each other, in this order: the worker says [Hello]; the judge says
/// [Run]; for each run the worker says [Planned], then of each test [Began] and [Ended], then [RunEnded]. A
/// worker that cannot go on says why with [BrokeOff], and ends.
public sealed interface Message {

    /// The worker's first words.
    ///
    /// @param token proves that it is the worker which the judge started
    record Hello(String token) implements Message {}

    /// What to run. A worker gets one of these in its life.
    ///
    /// @param tests a folder of classes, the tests and what they bring; they are found before the answer's
    /// @param answer a folder of classes
    /// @param seconds after how many the worker gives up, all runs together
    /// @param threads of the platform, how many there may be
    record Run(String tests, String answer, String testClass, int times, int seconds, int threads) implements Message {}

    /// The tests there are, before any of the answer's code has run. No other counts.
    record Planned(List<String> tests) implements Message {
        public Planned {
            tests = List.copyOf(tests);
        }
    }

    record Began(String test) implements Message {}

    /// What became of a test.
    ///
    /// @param text what the failure says, or why it was skipped
    record Ended(String test, Outcome outcome, String text) implements Message {}

    record RunEnded() implements Message {}

    /// Why the worker cannot go on.
    ///
    /// @param number the exit status, how many threads, after how many seconds: what the reason is about
    /// @param where the stack that tells most about it, a line per frame; empty where none does
    record BrokeOff(Reason reason, int number, String where) implements Message {}

    enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    enum Reason {
        EXIT_CALLED,
        TOO_MANY_THREADS,
        TOO_LONG,
        TESTS_BROKE_DOWN
    }
}

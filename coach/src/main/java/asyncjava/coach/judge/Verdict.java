package asyncjava.coach.judge;

import asyncjava.coach.worker.Message.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What became of one answer to an exercise. Whatever the answer has a part in may be shown on a terminal.
public sealed interface Verdict {

    /// What the compiler refused, or what was not given to it.
    record DoesNotCompile(List<CompileError> errors) implements Verdict {}

    /// What the tests said.
    ///
    /// @param tests all the exercise has, in order
    /// @param brokenOff why some of them have not ended, if any
    /// @param printed what the answer wrote to the standard streams, shortened
    record Tested(List<TestResult> tests, Optional<BrokenOff> brokenOff, String printed) implements Verdict {

        public Tested {
            tests = List.copyOf(tests);
        }

        public Optional<TestResult> firstFailure() {
            return tests.stream()
                    .filter(test -> test.outcome() == Outcome.FAILED)
                    .findFirst();
        }
    }

    /// Whether every test passed, and there was one.
    default boolean isPass() {
        return this instanceof Tested tested
                && tested.brokenOff().isEmpty()
                && !tested.tests().isEmpty()
                && tested.tests().stream().allMatch(test -> test.outcome() == Outcome.PASSED);
    }

    /// What one test said.
    ///
    /// @param outcome skipped also when the tests never came to it
    /// @param message what the failure says; empty when it passed
    record TestResult(String test, Outcome outcome, String message) {

        public TestResult {
            message = Shown.of(message);
        }

        public String sentence() {
            return sentence(test);
        }

        /// A test's name as the sentence that it is.
        public static String sentence(String test) {
            String words = test.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }
    }

    /// Something that the compiler does not take.
    ///
    /// @param file from the root folder where it is in there
    /// @param line from 1; 0 where it is about no line
    /// @param code that line as it stands, and below it a mark; empty where it is about no line
    record CompileError(String file, long line, String message, String code) {

        public CompileError {
            file = Shown.of(file);
            message = Shown.of(message);
            code = Shown.of(code);
        }

        /// One that is about a file as a whole, or about all of them.
        static CompileError ofNoLine(String file, String message) {
            return new CompileError(file, 0, message, "");
        }
    }
}

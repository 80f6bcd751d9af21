package asyncjava.coach;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What became of one answer to an exercise.
sealed interface Verdict {

    /// What the compiler refused.
    ///
    /// @param errors as javac says them, a line or more each
    record DoesNotCompile(List<String> errors) implements Verdict {}

    /// What the tests said.
    ///
    /// @param tests those that ended, in order
    /// @param brokenOff why the others did not, if any
    record Tested(List<TestResult> tests, Optional<String> brokenOff) implements Verdict {

        Optional<TestResult> firstFailure() {
            return tests.stream()
                    .filter(test -> test.outcome() == TestResult.Outcome.FAILED)
                    .findFirst();
        }
    }

    /// Whether every test passed, and there was one.
    default boolean isPass() {
        return this instanceof Tested(List<TestResult> tests, Optional<String> brokenOff)
                && brokenOff.isEmpty()
                && !tests.isEmpty()
                && tests.stream().allMatch(test -> test.outcome() == TestResult.Outcome.PASSED);
    }

    /// What one test said.
    ///
    /// @param message what the failure says; empty when it passed
    record TestResult(String test, Outcome outcome, String message) {

        enum Outcome {
            PASSED,
            FAILED,
            SKIPPED
        }

        /// The test's name as the sentence that it is.
        String sentence() {
            String words = test.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }
    }
}

package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class GateCommandTest {

    @TempDir
    private Path root;

    private FakeCurriculum fake;
    private FakeExercise exercise;

    @BeforeEach
    void anExercise() throws IOException {
        fake = new FakeCurriculum(root).with("01-task-runner", Witness.class.getName());
        exercise = new FakeExercise(root);
    }

    @Test
    void testsThatTellRightFromWrongHaveNoHole() {
        assertThat(fake.learn("gate", "sum")).isZero();

        assertThat(fake.out().lines())
                .contains("  ok    stub", "  ok    solution", "  ok    right/left", "  ok    wrong/v (plain)")
                .contains("10 answers, 0 holes");
    }

    /// All in one run, since each answer costs a JVM.
    @Test
    void eachVerdictThatIsNotAsItShouldBeIsAHole() throws IOException {
        exercise.answer("stub", FakeExercise.RIGHT);
        exercise.answer("solution", "b");
        exercise.answer("right/sum/left", "c");
        exercise.wrong("v", FakeExercise.RIGHT, "zeroIsNeutral", "Expected");
        exercise.wrong("w", "0", "oneAndOneAreTwo", "Expected");
        exercise.wrong("x", "a", "oneAndOneAreTwo", "Add the other number");
        exercise.wrong("y", "exit()", "zeroIsNeutral", "Expected");

        assertThat(fake.learn("gate", "1.1")).isEqualTo(1);

        assertThat(fake.out().lines())
                .containsSubsequence("  HOLE  stub", "        passes")
                .containsSubsequence("  HOLE  solution", "        fails in zeroIsNeutral:")
                .containsSubsequence("  HOLE  right/left", "        does not compile:")
                .containsSubsequence("  HOLE  wrong/v (plain)", "        expected to fail in zeroIsNeutral, but passes")
                .containsSubsequence(
                        "  HOLE  wrong/w (plain)",
                        "        expected to fail in oneAndOneAreTwo, but fails in zeroIsNeutral:")
                .containsSubsequence("  HOLE  wrong/x (plain)", "        does not say \"Add the other number\":")
                .containsSubsequence(
                        "  HOLE  wrong/y (plain)",
                        "        does not say \"Expected\":",
                        "        Your code called System.exit(7), which ends the whole JVM and the tests in it.")
                .contains("  ok    wrong/z (plain)")
                .contains("10 answers, 7 holes");
    }

    /// Each run has the class anew, but not the folder.
    @Test
    void anAnswerWhoseVerdictChangesIsAHole() throws IOException {
        exercise.answer("right/sum/left", "calls++ > 0 || new java.io.File(\"again\").mkdir() ? a + b : b");

        assertThat(fake.learn("gate", "1.1", "--repeat", "2", "--jobs", "3")).isEqualTo(1);

        assertThat(fake.out().lines())
                .containsSubsequence("  HOLE  right/left", "        run 2 of 2 fails in zeroIsNeutral:")
                .contains("10 answers, each judged 2 times, 1 holes");
    }

    @Test
    void anAnswerThatEndsItsWorkerIsJudgedAsOftenAsTheOthers() throws IOException {
        exercise.wrong("z", "exit()", "zeroIsNeutral", "System.exit(7)");

        assertThat(fake.learn("gate", "1.1", "--repeat", "3", "--jobs", "3")).isZero();

        assertThat(fake.out()).contains("10 answers, each judged 3 times, 0 holes");
    }

    @Test
    void noTimesIsNoProof() {
        assertThat(fake.learn("gate", "--repeat", "0")).isEqualTo(2);

        assertThat(fake.err()).contains("--repeat: got 0; accepted: a whole number from 1");
    }
}

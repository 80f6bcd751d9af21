package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class CheckTest {

    @TempDir
    private Path root;

    private FakeCurriculum fake;
    private FakeExercise exercise;

    @BeforeEach
    void anExercise() throws IOException {
        fake = new FakeCurriculum(root).with("01-task-runner", Witness.class.getName());
        exercise = new FakeExercise(root);
    }

    /// Beside it lies an exercise that does not compile.
    @ParameterizedTest
    @ValueSource(strings = {"1.1", "sum"})
    void aRightAnswerIsSolved(String typed) throws IOException {
        exercise.answer("exercise", FakeExercise.RIGHT);

        assertThat(fake.learn("check", typed)).isZero();

        assertThat(fake.out().lines())
                .containsExactly(
                        "Exercise 1.1: Sums",
                        "  passed   Zero is neutral",
                        "  passed   One and one are two",
                        "Solved. To compare: ./learn solution 1.1",
                        "",
                        "What is next: ./learn progress");
    }

    /// Another schedule may fail.
    @Test
    void whatPassesOnOneScheduleIsNotSolved() throws IOException {
        exercise.answer("exercise", FakeExercise.RIGHT);

        assertThat(fake.learn("check", "1.1", "--seed", "7")).isZero();

        assertThat(fake.out().lines())
                .containsExactly(
                        "Exercise 1.1: Sums",
                        "  passed   Zero is neutral",
                        "  passed   One and one are two",
                        "This schedule passes. Without --seed all of them are run.",
                        "",
                        "All of them: ./learn check 1.1");
        assertThat(progress()).isEqualTo(Progress.Entry.NONE);
        assertThat(fake.learn("solution", "1.1")).isEqualTo(2);
    }

    @Test
    void whatFailsOnOneScheduleHasFailed() throws IOException {
        exercise.answer("exercise", "b");

        assertThat(fake.learn("check", "1.1", "--seed", "7")).isEqualTo(1);

        assertThat(progress().failed()).isNotNull();
    }

    private Progress.Entry progress() throws IOException {
        return new Progress(root, Clock.systemUTC()).of("1.1");
    }

    @Test
    void aWrongAnswerHearsWhatTheFirstFailureSays() throws IOException {
        exercise.answer("exercise", "b");

        assertThat(fake.learn("check", "1.1")).isEqualTo(1);

        assertThat(fake.out().lines())
                .containsExactly(
                        "Exercise 1.1: Sums",
                        "  FAILED   Zero is neutral",
                        "",
                        "    Expected 1,",
                        "    but saw 0.",
                        "",
                        "  later    One and one are two",
                        "",
                        "Your file: 01-task-runner/src/exercise/java/fake/exercise/sum/Sum.java. A hint: ./learn hint 1.1");
    }

    /// The compiler takes it, and so do those who look for the mistake behind the failure.
    @Test
    void aFileInAnotherEncodingIsJudgedLikeAnyOther() throws IOException {
        exercise.answer("exercise", "a /* h\u00e9 */");
        Files.writeString(exercise.file(), Files.readString(exercise.file()), StandardCharsets.ISO_8859_1);

        assertThat(fake.learn("check", "1.1")).isEqualTo(1);

        assertThat(fake.out()).contains("  FAILED   One and one are two");
        assertThat(fake.err()).isEmpty();
    }

    @Test
    void aMissingFolderIsSaid() throws IOException {
        try (Stream<Path> all = Files.walk(root.resolve("01-task-runner/src/exercise"))) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }

        assertThat(fake.learn("check", "1.1")).isEqualTo(1);

        assertThat(fake.out()).contains("There is no such file.");
    }

    /// As when somebody has broken its program.
    @Test
    void aProjectThatCannotBeJudgedCostsNoOtherItsVerdicts() throws IOException {
        exercise.answer("exercise", FakeExercise.RIGHT);
        var _ = new FakeExercise(root, "02-other", 2);
        fake.with("02-other", Witness.class.getName());
        Files.delete(root.resolve("01-task-runner/target/run/project.properties"));

        assertThat(fake.learn("check")).isEqualTo(1);

        assertThat(fake.err()).contains("project.properties").hasLineCount(1);
        assertThat(fake.out()).contains("Exercise 2.1: Sums").contains("0 of 2 solved");
    }

    @Test
    void theTestsAreToldWhatTheirMessagesMustSay() throws IOException {
        exercise.answer("exercise", """
                Integer.parseInt("schedule.replay schedule.seed asyncjava.plain".transform(names ->
                        java.util.Arrays.stream(names.split(" ")).map(System::getProperty).toList().toString()))""");

        assertThat(fake.learn("check", "1.1", "--seed", "-7", "--plain")).isEqualTo(1);

        assertThat(fake.out()).contains("[./learn check 1.1 --seed , -7, true]");
    }

    @Test
    void theStubIsNotBegun() {
        assertThat(fake.learn("check", "1.1")).isEqualTo(1);

        assertThat(fake.out())
                .contains("Not begun. Your file: 01-task-runner/src/exercise/java/fake/exercise/sum/Sum.java");
    }

    @Test
    void whatDoesNotCompileIsShownWithItsLine() {
        assertThat(fake.learn("check", "1.2")).isEqualTo(1);

        assertThat(fake.out().lines())
                .containsSubsequence(
                        "It does not compile:",
                        "  01-task-runner/src/exercise/java/fake/exercise/half/Half.java:3: reached end of file while parsing",
                        "      int",
                        "         ^");
    }

    /// One that does not compile costs only itself.
    @Test
    void aProjectIsCheckedExerciseByExercise() throws IOException {
        exercise.answer("exercise", FakeExercise.RIGHT);

        assertThat(fake.learn("check", "01")).isEqualTo(1);

        assertThat(fake.out().lines())
                .containsSubsequence(
                        "Exercise 1.1: Sums",
                        "Solved. To compare: ./learn solution 1.1",
                        "Exercise 1.2: Half typed",
                        "It does not compile:",
                        "1 of 2 solved, 10 of 20 points.");
    }

    @ParameterizedTest
    @CsvSource({"1.3, '1.1, 1.2'", "sums, 1.1"})
    void anUnknownExerciseIsAnsweredWithTheNearest(String typed, String nearest) {
        assertThat(fake.learn("check", typed)).isEqualTo(2);

        assertThat(fake.err())
                .startsWith("No exercise \"" + typed + "\". Nearest: " + nearest + ".")
                .hasLineCount(1);
    }
}

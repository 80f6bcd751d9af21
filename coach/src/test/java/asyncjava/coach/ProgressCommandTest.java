package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ProgressCommandTest {

    @TempDir
    private Path root;

    private FakeCurriculum fake;
    private FakeExercise exercise;
    private Progress progress;

    @BeforeEach
    void anExercise() throws IOException {
        fake = new FakeCurriculum(root).with("01-task-runner", Witness.class.getName());
        exercise = new FakeExercise(root);
        progress = new Progress(root, Clock.systemUTC());
    }

    @Test
    void theStubIsNotBegunAndAnythingElseIs() {
        assertThat(fake.learn("progress")).isZero();

        assertThat(fake.out().lines())
                .containsExactly(
                        "01-task-runner",
                        "  not begun  1.1  Sums         0 of 10 points",
                        "  begun      1.2  Half typed   0 of 10 points",
                        "",
                        "0 of 2 solved, 0 of 20 points.",
                        "Next is 1.1, Sums: ./learn start 1.1");
    }

    @Test
    void whatIsSolvedEarnsItsPoints() throws IOException {
        progress.update("1.1", entry -> entry.afterCheck("now", null, null));
        progress.gaveUp("1.2");

        assertThat(fake.learn("progress")).isZero();

        assertThat(fake.out().lines())
                .contains(
                        "  solved     1.1  Sums        10 of 10 points",
                        "  gave up    1.2  Half typed   0 of 10 points",
                        "1 of 2 solved, 10 of 20 points.",
                        "Next is 1.2, Half typed: ./learn start 1.2");
    }

    @Test
    void hintsAndGivingUpStayVisible() throws IOException {
        progress.gaveUp("1.1");
        progress.update("1.1", entry -> entry.withHints(1).afterCheck("now", null, null));
        progress.update("1.2", entry -> entry.withHints(2).afterCheck("now", null, null));

        assertThat(fake.learn("progress", "--plain")).isZero();

        assertThat(fake.out().lines())
                .containsExactly(
                        "Project 01-task-runner",
                        "Exercise 1.1, Sums: solved, 10 of 10 points, 1 hint, after giving up",
                        "Exercise 1.2, Half typed: solved, 10 of 10 points, 2 hints",
                        "2 of 2 solved, 20 of 20 points.",
                        "All exercises that there are, are solved.");
    }

    @Test
    void solvedStaysSolvedWhateverBecomesOfTheFile() throws IOException {
        progress.update("1.1", entry -> entry.afterCheck("now", null, null));
        exercise.answer("exercise", "0");

        fake.learn("progress");

        assertThat(fake.out()).contains("solved     1.1");
    }

    @Test
    void forAProgramItIsALineOfJson() {
        assertThat(fake.learn("progress", "--json")).isZero();

        assertThat(fake.out())
                .hasLineCount(1)
                .startsWith("{\"schema\":1,\"kind\":\"progress\",\"exercises\":[{\"project\":\"01-task-runner\","
                        + "\"exercise\":\"1.1\",\"title\":\"Sums\",\"standing\":\"NOT_BEGUN\",\"points\":0,"
                        + "\"pointsPossible\":10,\"checks\":0,\"hints\":0,\"gaveUp\":false}");
    }
}

package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class SolutionCommandTest {

    @TempDir
    private Path root;

    private FakeCurriculum fake;
    private Progress progress;

    @BeforeEach
    void anExercise() throws IOException {
        fake = new FakeCurriculum(root).with("01-task-runner", Witness.class.getName());
        var _ = new FakeExercise(root);
        progress = new Progress(root, Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(strings = {"solution 1.1", "solution sum left"})
    void itIsClosedBeforeAPass(String line) {
        assertThat(fake.learn(line.split(" ", -1))).isEqualTo(2);

        assertThat(fake.err())
                .startsWith("The solution to 1.1 opens when a check of yours has passed.")
                .contains("./learn solution 1.1 --give-up")
                .hasLineCount(1);
        assertThat(fake.out()).isEmpty();
    }

    @Test
    void itOpensAfterAPass() throws IOException {
        progress.update("1.1", entry -> entry.afterCheck("now", null, null));

        assertThat(fake.learn("solution", "1.1")).isZero();

        assertThat(fake.out().lines())
                .containsSubsequence(
                        "Exercise 1.1: Sums",
                        "The reference solution: 01-task-runner/src/solution/java/fake/exercise/sum/Sum.java",
                        "        return a + b;",
                        "Other right answers",
                        "  right/left",
                        "  right/middle",
                        "Well-known wrong answers, by the test that rejects them",
                        "  One and one are two",
                        "    wrong/v (plain)",
                        "      Adds nothing.",
                        "To read one of them: ./learn solution 1.1 right/left");
        assertThat(progress.of("1.1").gaveUp()).isNull();
    }

    @Test
    void givingUpOpensItForGoodAndIsTakenDown() throws IOException {
        assertThat(fake.learn("solution", "1.1", "--give-up")).isZero();
        assertThat(progress.of("1.1").gaveUp()).isNotNull();

        assertThat(fake.learn("solution", "1.1")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v", "wrong/v"})
    void oneOfTheOthersIsShownByItsName(String name) throws IOException {
        progress.gaveUp("1.1");

        assertThat(fake.learn("solution", "1.1", name)).isZero();

        assertThat(fake.out().lines())
                .startsWith(
                        "Exercise 1.1: Sums, wrong/v",
                        "File:  01-task-runner/src/wrong/sum/v/java/fake/exercise/sum/Sum.java",
                        "Style: plain",
                        "Wrong: Adds nothing.",
                        "Fails: One and one are two",
                        "",
                        "package fake.exercise.sum;")
                .contains("        return a;");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearestAndGivesNothingUp() throws IOException {
        assertThat(fake.learn("solution", "1.1", "midle", "--give-up")).isEqualTo(2);

        assertThat(fake.err())
                .startsWith("No answer \"midle\" to 1.1. Nearest: right/middle.")
                .hasLineCount(1);
        assertThat(progress.of("1.1").gaveUp()).isNull();
    }

    @Test
    void withoutAnExerciseItAsksForOne() {
        assertThat(fake.learn("solution")).isEqualTo(2);

        assertThat(fake.err()).startsWith("Which exercise? Such as 1.1.").hasLineCount(1);
    }

    @Test
    void whoListensHearsWholeLines() throws IOException {
        progress.gaveUp("1.1");

        assertThat(fake.learn("solution", "1.1", "--plain")).isZero();

        assertThat(fake.out().lines())
                .contains(
                        "right/left: 01-task-runner/src/right/sum/left/java/fake/exercise/sum/Sum.java",
                        "wrong/v (plain): Adds nothing. "
                                + "File: 01-task-runner/src/wrong/sum/v/java/fake/exercise/sum/Sum.java");
    }

    @Test
    void forAProgramItIsALineOfJson() throws IOException {
        progress.gaveUp("1.1");

        assertThat(fake.learn("solution", "1.1", "--json")).isZero();

        assertThat(fake.out()).hasLineCount(1);
        JsonNode said = new ObjectMapper().readTree(fake.out());
        assertThat(said.get("kind").asText()).isEqualTo("solution");
        assertThat(said.get("source").asText()).contains("return a + b;");
        assertThat(said.get("wrong").get(4).get("test").asText()).isEqualTo("oneAndOneAreTwo");
    }
}

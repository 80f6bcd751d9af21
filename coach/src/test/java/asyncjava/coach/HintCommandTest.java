package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class HintCommandTest {

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
    void thereAreThreeAndThenThereIsTheSolution() {
        assertThat(hint("1.1"))
                .containsExactly(
                        "Exercise 1.1: Sums, hint 1 of 3", "", "  Think.", "", "Another hint: ./learn hint 1.1");
        assertThat(hint("sum")).contains("Exercise 1.1: Sums, hint 2 of 3", "  Add.", "Another hint: ./learn hint 1.1");
        assertThat(hint("1.1"))
                .contains(
                        "Exercise 1.1: Sums, hint 3 of 3",
                        "  Add the two.",
                        "That was the last hint. The solution: ./learn solution 1.1 --give-up");
        assertThat(hint("1.1"))
                .contains(
                        "Exercise 1.1: Sums, hint 3 of 3",
                        "  Add the two.",
                        "There are no more hints. The solution: ./learn solution 1.1 --give-up");
    }

    @Test
    void oneExercisesHintsAreNotTheOthers() {
        hint("1.1");

        assertThat(hint("1.2")).contains("Exercise 1.2: Half typed, hint 1 of 3");
    }

    @Test
    void whoHasSolvedItNeedNotGiveUp() throws IOException {
        progress().update("1.1", entry -> entry.afterCheck("now", null, null).withHints(3));

        assertThat(hint("1.1")).contains("There are no more hints. The solution: ./learn solution 1.1");
    }

    @Test
    void whoHasSolvedItGetsOneAfterAnotherAllTheSame() throws IOException {
        progress().update("1.1", entry -> entry.afterCheck("now", null, null));

        hint("1.1");

        assertThat(hint("1.1")).contains("Exercise 1.1: Sums, hint 2 of 3");
        assertThat(hint("1.1")).contains("Exercise 1.1: Sums, hint 3 of 3");
    }

    /// Without an argument it is about the exercise that failed.
    @Test
    void firstComesTheMistakeBehindTheLastFailureAndOnlyOnce() throws IOException {
        exercise.answer("exercise", "a");
        assertThat(fake.learn("check", "1.1")).isEqualTo(1);

        assertThat(hint())
                .containsExactly(
                        "Exercise 1.1: Sums",
                        "",
                        "  Your last check failed as this mistake does: Adds nothing.",
                        "",
                        "Another hint: ./learn hint 1.1");
        assertThat(hint()).contains("Exercise 1.1: Sums, hint 1 of 3");

        assertThat(fake.learn("check", "1.1")).isEqualTo(1);
        assertThat(hint()).contains("Exercise 1.1: Sums, hint 2 of 3");
    }

    @Test
    void whereNothingHasFailedItAsksForWhich() {
        assertThat(fake.learn("hint")).isEqualTo(2);

        assertThat(fake.err())
                .hasToString(
                        "For which exercise? No check has failed. Such as: ./learn hint 1.1" + System.lineSeparator());
    }

    @Test
    void anUnknownExerciseIsAnsweredWithTheNearest() {
        assertThat(fake.learn("hint", "sums")).isEqualTo(2);

        assertThat(fake.err()).contains("Nearest: 1.1.").hasLineCount(1);
    }

    @Test
    void forAProgramItIsALineOfJson() {
        assertThat(hint("1.1", "--json"))
                .containsExactly(
                        "{\"schema\":1,\"kind\":\"hint\",\"exercise\":\"1.1\",\"title\":\"Sums\",\"level\":1,\"levels\":3,"
                                + "\"text\":\"Think.\",\"next\":\"Another hint: ./learn hint 1.1\"}");
    }

    private List<String> hint(String... arguments) {
        FakeCurriculum again = new FakeCurriculum(root);
        String[] words = new String[arguments.length + 1];
        words[0] = "hint";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        assertThat(again.learn(words)).as(again.err()).isZero();
        return again.out().lines().toList();
    }

    private Progress progress() {
        return new Progress(root, Clock.systemUTC());
    }
}

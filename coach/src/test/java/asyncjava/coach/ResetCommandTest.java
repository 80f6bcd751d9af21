package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.coach.Progress.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ResetCommandTest {

    private static final String FILE = "01-task-runner/src/exercise/java/fake/exercise/sum/Sum.java";

    @TempDir
    private Path root;

    private FakeCurriculum fake;
    private FakeExercise exercise;
    private Path file;
    private String stub;

    @BeforeEach
    void anExercise() throws IOException {
        fake = new FakeCurriculum(root).with("01-task-runner", Witness.class.getName());
        exercise = new FakeExercise(root);
        file = root.resolve(FILE);
        stub = Files.readString(file);
    }

    @Test
    void theStubIsBackAndWhatWasThereIsKeptBesideIt() throws IOException {
        exercise.answer("exercise", "first");
        String first = Files.readString(file);

        assertThat(fake.learn("reset", "1.1")).isZero();

        assertThat(fake.out().lines())
                .containsExactly(
                        "Exercise 1.1: Sums", "The stub is back: " + FILE, "What you wrote:   " + FILE + ".1.old");
        assertThat(file).hasContent(stub);
        assertThat(root.resolve(FILE + ".1.old")).hasContent(first);
    }

    @Test
    void nothingThatWasKeptIsOverwritten() throws IOException {
        exercise.answer("exercise", "first");
        fake.learn("reset", "1.1");
        exercise.answer("exercise", "second");
        fake.learn("reset", "1.1");

        assertThat(root.resolve(FILE + ".1.old")).content().contains("first");
        assertThat(root.resolve(FILE + ".2.old")).content().contains("second");
    }

    @Test
    void theStubStaysAsItIs() throws IOException {
        assertThat(fake.learn("reset", "1.1")).isZero();

        assertThat(fake.out().lines()).containsExactly("Exercise 1.1: Sums", "It is the stub already: " + FILE);
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.old");
    }

    @Test
    void aMissingFileIsBack() throws IOException {
        Files.delete(file);
        Files.delete(file.getParent());

        assertThat(fake.learn("reset", "1.1")).isZero();

        assertThat(file).hasContent(stub);
        assertThat(fake.out()).doesNotContain(".old");
    }

    @Test
    void otherSourcesOfTheExerciseAreNamed() throws IOException {
        Files.writeString(file.resolveSibling("More.java"), "");

        assertThat(fake.learn("reset", "1.1")).isZero();

        assertThat(fake.out()).contains("Left as it is:    " + FILE.replace("Sum", "More"));
    }

    /// Neither is that of a file which is there no more to be told of.
    @Test
    void whatWasSolvedStaysSolvedAndTheFailureIsForgotten() throws IOException {
        Progress progress = new Progress(root, Clock.systemUTC());
        progress.update("1.1", entry -> entry.afterCheck("once", new Failure("aTest", "a mistake", false), "now"));
        exercise.answer("exercise", "wrong");

        fake.learn("reset", "1.1");

        assertThat(progress.of("1.1").isSolved()).isTrue();
        assertThat(progress.of("1.1").untoldMistake()).isEmpty();
        assertThat(progress.lastFailed()).isEmpty();
    }

    @Test
    void whereTheProgressCannotBeWrittenNoFileIsTouched() throws IOException {
        exercise.answer("exercise", "first");
        Files.writeString(root.resolve(".learn"), "");

        assertThat(fake.learn("reset", "1.1")).isEqualTo(1);

        assertThat(fake.err()).contains("cannot be written").hasLineCount(1);
        assertThat(file).content().contains("first");
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.old");
    }

    @Test
    void withoutAnExerciseItAsksForOne() {
        assertThat(fake.learn("reset")).isEqualTo(2);

        assertThat(fake.err()).startsWith("Which exercise?").hasLineCount(1);
    }

    @Test
    void forAProgramItIsALineOfJson() throws IOException {
        exercise.answer("exercise", "first");

        assertThat(fake.learn("reset", "1.1", "--json")).isZero();

        assertThat(fake.out())
                .isEqualToIgnoringNewLines(
                        "{\"schema\":1,\"kind\":\"reset\",\"exercise\":\"1.1\",\"title\":\"Sums\",\"file\":\"%s\","
                                        .formatted(FILE)
                                + "\"restored\":true,\"kept\":\"%s.1.old\",\"others\":[]}".formatted(FILE));
    }
}

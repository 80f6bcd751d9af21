package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class StartCommandTest {

    private static final String FILE = "01-task-runner/src/exercise/java/fake/exercise/sum/Sum.java";

    @TempDir
    private Path root;

    private FakeCurriculum fake;
    private Progress progress;

    @BeforeEach
    void anExerciseAboutAConcept() throws IOException {
        fake = new FakeCurriculum(root).with("01-task-runner", Witness.class.getName());
        var _ = new FakeExercise(root);
        progress = new Progress(root, Clock.systemUTC());
        // With two slashes here: comments with three are broken into lines anew, even in a string.
        Files.writeString(
                root.resolve("01-task-runner/src/stub/java/fake/exercise/sum/Sum.java"), """
                package fake.exercise.sum;

                // Exercise 1.1, sums.
                //
                // Add a [String]
                // to another.
                //
                // - Whatever they are, and however long it takes to say so, and nobody
                //   knows beforehand how long that will be.
                // - Once.
                //
                //     a + b
                //
                // Any style will do.
                class Sum {
                    // @param a not this
                    static int of(int a, int b) { return 0; }
                }
                """.replace("//", "///"));
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(root.resolve("docs/asyncio-to-java.md"), """
                | # | asyncio | Java | Sample |
                |---|---|---|---|
                | 1 | `gather` | `invokeAll` | [Gather](../01-task-runner/src/main/java/Gather.java) |
                | 2 | `await` | `get` | [Await](../01-task-runner/src/main/java/Await.java) |
                """);
    }

    @Test
    void itSaysWhatToDoAndInWhichFile() {
        assertThat(fake.learn("start", "1.1")).isZero();

        assertThat(fake.out().lines())
                .containsExactly(
                        "Exercise 1.1: Sums, 10 points",
                        "",
                        "Add a `String` to another.",
                        "",
                        "- Whatever they are, and however long it takes to say so, and nobody knows",
                        "  beforehand how long that will be.",
                        "- Once.",
                        "",
                        "    a + b",
                        "",
                        "Any style will do.",
                        "",
                        "What it is about",
                        "   1  gather",
                        "      Gather: ./learn concept 1",
                        "",
                        "How it is judged",
                        "  gates (the tests hold each piece of work back until they let it go on, however",
                        "  fast the machine is)",
                        "  Your code is handed two numbers.",
                        "",
                        "Your file",
                        "  " + FILE,
                        "",
                        "./learn check 1.1  tests what you wrote",
                        "./learn watch 1.1  the same at every save",
                        "./learn hint 1.1   where you are stuck");
    }

    @Test
    void whoListensHearsWholeSentences() {
        assertThat(fake.learn("start", "1.1", "--plain")).isZero();

        assertThat(fake.out().lines())
                .contains(
                        "Add a `String` to another.",
                        "- Whatever they are, and however long it takes to say so, "
                                + "and nobody knows beforehand how long that will be.",
                        "Concept 1, gather. Sample: Gather. To run it: ./learn concept 1",
                        "Your code is handed two numbers.",
                        "Your file: " + FILE,
                        "./learn check 1.1: tests what you wrote")
                .doesNotContain("");
    }

    @Test
    void aMissingFileIsTheStubAgain() throws IOException {
        Files.delete(root.resolve(FILE));

        assertThat(fake.learn("start", "1.1")).isZero();

        assertThat(fake.out()).contains("Your file, which was missing and is the stub again");
        assertThat(root.resolve(FILE)).hasSameTextualContentAs(root.resolve(FILE.replace("src/exercise", "src/stub")));
    }

    @Test
    void withoutAnArgumentItIsTheFirstThatIsNotSolved() throws IOException {
        progress.update("1.1", entry -> entry.afterCheck("now", null, null));
        Files.createDirectories(root.resolve("01-task-runner/src/stub/java/fake/exercise/half"));
        Files.writeString(root.resolve("01-task-runner/src/stub/java/fake/exercise/half/Half.java"), "class Half {}");

        assertThat(fake.learn("start")).isZero();

        assertThat(fake.out()).startsWith("Exercise 1.2: Half typed, 10 points");
    }

    @Test
    void whenAllIsSolvedItSaysSo() throws IOException {
        progress.update("1.1", entry -> entry.afterCheck("now", null, null));
        progress.update("1.2", entry -> entry.afterCheck("now", null, null));

        assertThat(fake.learn("start")).isZero();

        assertThat(fake.out().lines()).endsWith("All exercises that there are, are solved.");
    }

    @Test
    void forAProgramItIsALineOfJson() {
        assertThat(fake.learn("start", "1.1", "--json")).isZero();

        assertThat(fake.out())
                .hasLineCount(1)
                .startsWith("{\"schema\":1,\"kind\":\"start\",\"exercise\":\"1.1\",\"title\":\"Sums\",\"points\":10,"
                        + "\"task\":\"Add a `String`\\nto another.\\n\\n- Whatever")
                .contains("\"concepts\":[{\"number\":1,\"asyncio\":\"gather\",\"java\":\"invokeAll\","
                        + "\"samples\":[\"01-task-runner/src/main/java/Gather.java\"],"
                        + "\"command\":\"./learn concept 1\"}]");
    }
}

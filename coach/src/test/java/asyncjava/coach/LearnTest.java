package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LearnTest {

    @TempDir
    private Path root;

    private FakeCurriculum fake;
    private Path report;

    @BeforeEach
    void twoProjects() throws IOException {
        report = root.resolve("report");
        fake = new FakeCurriculum(root)
                .with("01-task-runner", Witness.class.getName())
                .with("02-parallel-requests", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "1", "01-task-runner", "task-runner"})
    void aProjectHasFourNames(String name) throws IOException {
        assertThat(fake.learn("run", name, report.toString(), "0")).isZero();

        assertThat(Files.readAllLines(report)).last().isEqualTo("./learn run " + name);
    }

    @Test
    void aProjectsExitStatusIsPassedOn() {
        assertThat(fake.learn("run", "01", report.toString(), "7")).isEqualTo(7);
    }

    @Test
    void whatFollowsTheProjectIsPassedOnUntouched() throws IOException {
        List<String> words = List.of(
                report.toString(),
                "0",
                "--help",
                "-h",
                "--no-such-option=3",
                "--",
                "@" + root.resolve("01-task-runner/pom.xml"),
                "",
                "two words",
                "-x");

        fake.learn(Stream.concat(Stream.of("run", "01"), words.stream()).toArray(String[]::new));

        assertThat(Files.readAllLines(report)).first().isEqualTo(String.join("|", words));
    }

    @Test
    void aProjectRunsInTheUsersFolderWithItsOwnFlags() throws IOException {
        fake.learn("run", "01", report.toString(), "0");

        assertThat(Files.readAllLines(report))
                .contains(Path.of("").toAbsolutePath().toString(), "flags flags");
    }

    @ParameterizedTest
    @CsvSource({
        "task-runer, 01-task-runner",
        "taskrunner, 01-task-runner",
        "02-parallel, 02-parallel-requests",
        "requests, 02-parallel-requests",
    })
    void anUnknownProjectIsAnsweredWithTheNearest(String typed, String nearest) {
        assertThat(fake.learn("run", typed)).isEqualTo(2);

        assertThat(fake.err())
                .startsWith("No project \"" + typed + "\". Nearest: " + nearest)
                .hasLineCount(1);
    }

    @Test
    void whenNothingIsNearAllProjectsAreNamed() {
        assertThat(fake.learn("run", "99")).isEqualTo(2);

        assertThat(fake.err()).contains("There are: 01-task-runner, 02-parallel-requests.", "./learn list");
    }

    @ParameterizedTest
    @CsvSource({
        "lst, Nearest: list",
        "tests, Nearest: test",
        "quux, 'There are: list, run, concept, start, check, watch, hint, solution, progress, reset, doctor, test, gate, schedules, site, help'",
        "01, ./learn run 01",
        "--foo, No option \"--foo\"",
    })
    void anUnknownCommandIsAnsweredInOneLine(String typed, String answer) {
        assertThat(fake.learn(typed)).isEqualTo(2);

        assertThat(fake.err()).contains(answer).hasLineCount(1);
        assertThat(fake.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"run", "run --foo", "list 3", "test 99", "run 02", "schedules --twins 0", "schedules --twins 5 A"
            })
    void whatMakesNoSenseIsAnsweredInOneLine(String line) {
        assertThat(fake.learn(line.split(" ", -1))).isEqualTo(2);

        assertThat(fake.err()).hasLineCount(1);
    }

    @Test
    void theListShowsEachProjectAndHowToRunIt() {
        assertThat(fake.learn("list")).isZero();

        assertThat(fake.out().lines())
                .containsExactly(
                        "01 Title of 01-task-runner",
                        "   About it.",
                        "   ./learn run 01",
                        "02 Title of 02-parallel-requests",
                        "   About it.",
                        "   Nothing to run yet.");
    }

    @Test
    void theListNamesTheExercisesThereAre() throws IOException {
        var _ = new FakeExercise(root);

        assertThat(fake.learn("list")).isZero();

        assertThat(fake.out().lines()).contains("   Exercises 1.1 to 1.2: ./learn check 1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void theHelpNamesTheCommands(String word) {
        assertThat(fake.learn(word)).isZero();

        assertThat(fake.out()).contains("list", "run", "test", "help");
    }

    @Test
    void theTourGoesOnAfterAFailureAndSaysSoAtTheEnd() throws IOException {
        fake.with("03-scraper", Witness.class.getName()).with("04-queue", Witness.class.getName());

        assertThat(fake.learn()).isEqualTo(1);

        assertThat(fake.out())
                .contains("Project 03", "Project 04", "What to do next")
                .doesNotContain("Project 02")
                .endsWith("Failed, see above: 01, 03, 04" + System.lineSeparator());
    }

    @Test
    void aCalledNameWithABlankIsQuoted() {
        assertThat(new Curriculum(root, "/x y/learn", (_, _) -> {}).called()).isEqualTo("\"/x y/learn\"");
    }
}

package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class ConceptCommandTest {

    @TempDir
    private Path root;

    private FakeCurriculum fake;

    @BeforeEach
    void someConcepts() throws IOException {
        fake = new FakeCurriculum(root)
                .with("01-task-runner", Witness.class.getName())
                .with("02-parallel-requests", "");
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(root.resolve("docs/asyncio-to-java.md"), """
                | # | asyncio | Java | Sample | The trap |
                |---|---|---|---|---|
                | 4 | `asyncio.run()` | `main` and a block | [Lost](../01-task-runner/src/main/java/no/such/Lost.java) | |
                | 7 | `gather` (in order) | `invokeAll`, `join` | [Saying](%1$s), [Witness](%1$s/../Witness.java) | Laziness. |
                | 18 | `as_completed` | `join` | [Late](../02-parallel-requests/src/main/java/late/Late.java) | |
                | 53 | `race` | luck | [Early](../01-task-runner/src/main/java/early/Early.java) | |
                """.formatted(
                        "../01-task-runner/src/main/java/asyncjava/coach/Saying.java"));
    }

    @Test
    void withoutANameTheyAreListedByProject() {
        assertThat(fake.learn("concept")).isZero();

        assertThat(fake.out().lines().map(String::strip))
                .startsWith(
                        "01-task-runner",
                        "4  asyncio.run()",
                        "Lost",
                        "7  gather (in order)",
                        "Saying, Witness",
                        "53  race",
                        "Early",
                        "02-parallel-requests",
                        "18  as_completed",
                        "Late");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7", "gather", "asyncio.gather", "Gather()", "invokeAll", "invokeall", "invoke-all", "Saying"})
    void oneRunsByAnyOfItsNames(String name) {
        assertThat(fake.learn("concept", name)).isEqualTo(Saying.STATUS);

        assertThat(fake.out())
                .contains("7 Saying", "asyncio: gather (in order)", "Java:    invokeAll, join")
                .contains("Read:    01-task-runner/src/main/java/asyncjava/coach/Saying.java");
    }

    @Test
    void anotherSampleOfTheSameConceptRunsByItsClass() {
        assertThat(fake.learn("concept", "witness")).isEqualTo(Witness.WITHOUT_WORDS);

        assertThat(fake.out()).contains("7 Witness");
    }

    @ParameterizedTest
    @CsvSource({"gathr, gather", "invoke_al, invokeAll", "complete, as_completed", "lst, Lost"})
    void anUnknownNameIsAnsweredWithTheNearest(String typed, String nearest) {
        assertThat(fake.learn("concept", typed)).isEqualTo(2);

        assertThat(fake.err())
                .startsWith("No concept \"" + typed + "\". Nearest: ")
                .contains(nearest)
                .hasLineCount(1);
    }

    @Test
    void aNameOfSeveralIsAnsweredWithTheirNumbers() {
        assertThat(fake.learn("concept", "join")).isEqualTo(2);

        assertThat(fake.err())
                .contains("\"join\" is in several: 7 Saying, Witness, 18 Late.")
                .hasLineCount(1);
    }
}

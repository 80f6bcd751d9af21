package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.coach.Face.Said;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `--json` says is what `docs/learn.schema.json` and `docs/json.md` say it is.
@Timeout(60)
final class JsonSchemaTest {

    private static final Path CLASSES = Path.of("target/classes");

    @TempDir
    private Path root;

    private FakeCurriculum fake;
    private FakeExercise exercise;
    private JsonSchema schema;

    @BeforeEach
    void anExercise() throws IOException {
        fake = new FakeCurriculum(root).with("01-task-runner", Witness.class.getName());
        exercise = new FakeExercise(root);
        schema = JsonSchema.published();
    }

    static List<Class<?>> allThatIsSaid() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("asyncjava/coach"))) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .map(file -> file.replaceFirst("\\.class$", "").replaceAll("[/\\\\]", "."))
                    .<Class<?>>map(JsonSchemaTest::load)
                    .filter(type -> Said.class.isAssignableFrom(type) && !type.isInterface())
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, JsonSchemaTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /// Whoever renames a component of one of these records, adds one or takes one away, must tell the
    /// document.
    @ParameterizedTest
    @MethodSource("allThatIsSaid")
    void everyMemberOfARecordIsDocumentedAndNoOther(Class<?> said) {
        Examples.of(said.asSubclass(Record.class))
                .forEach(one -> schema.complete().accepts(Face.json((Said) one)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a + b", "b", "missing()", "exit()", "a + c"})
    void aCheckIsAsDocumented(String answer) throws IOException {
        exercise.answer("exercise", answer);

        fake.learn("check", "--json", "1.1", "1.2");

        assertThat(kinds()).containsExactly("check", "check", "summary");
    }

    @Test
    void aCheckOfOneScheduleIsAsDocumented() throws IOException {
        exercise.answer("exercise", "a + b");

        fake.learn("check", "--json", "1.1", "--seed", "7");

        assertThat(kinds()).containsExactly("check", "summary");
        assertThat(fake.out()).contains("\"seed\":7", "\"points\":0,").doesNotContain("\"solved\":1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "concept", "doctor"})
    void aListIsAsDocumented(String command) throws IOException {
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(root.resolve("docs/asyncio-to-java.md"), """
                | # | asyncio | Java | Sample |
                |---|---|---|---|
                | 4 | `asyncio.run()` | `main` | [Lost](../01-task-runner/src/main/java/no/such/Lost.java) |
                """);

        fake.learn(command, "--json");

        assertThat(kinds()).containsExactly(command);
    }

    @Test
    void theGateIsAsDocumented() throws IOException {
        exercise.answer("solution", "b");

        fake.learn("gate", "--json", "1.1");

        assertThat(kinds()).containsExactly("gate");
    }

    /// @return the kind of each line; each is as documented
    private List<String> kinds() {
        return fake.out()
                .lines()
                .peek(schema.withoutOthers()::accepts)
                .peek(schema::accepts)
                .map(line -> JsonSchema.parse(line).path("kind").asText())
                .toList();
    }

    @Test
    void aMemberMayBeAddedButNotTakenAway() {
        ObjectNode line = JsonSchema.parse(Face.json(new Summary(2, 1, 10, 20, "Go on.")));

        schema.accepts(line.put("new", 1).toString());

        line.remove("solved");
        schema.rejects(line);
    }

    @Test
    void anotherSchemaIsAnotherNumber() {
        ObjectNode line = JsonSchema.parse(Face.json(new Summary(2, 1, 10, 20, "Go on.")));

        schema.rejects(line.put("schema", 2));
    }

    @Test
    void theDocumentNamesEveryKindAndEveryMember() throws IOException {
        String document = Files.readString(Path.of("../docs/json.md"));

        assertThat(schema.definitions().path("$defs").fieldNames())
                .toIterable()
                .allSatisfy(kind -> assertThat(document).contains("## `" + kind + "`"));
        assertThat(schema.members()).allSatisfy(member -> assertThat(document).contains("`" + member + "`"));
    }

    /// Each definition is one that a line may be.
    @Test
    void everyDefinitionIsAChoice() {
        List<String> defined = schema.definitions().path("$defs").properties().stream()
                .map(one -> "#/$defs/" + one.getKey())
                .toList();

        assertThat(schema.definitions().path("oneOf").findValuesAsText("$ref")).isEqualTo(defined);
    }
}

package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A sitting with the exercises of [FakeExercise], told in JSON.
@Timeout(90)
final class WatchTest {

    @TempDir
    private Path root;

    private FakeCurriculum fake;
    private FakeExercise exercise;

    private final ExecutorService learner = Executors.newSingleThreadExecutor();
    private final PipedOutputStream keys = new PipedOutputStream();
    private final PipedWriter written = new PipedWriter();
    private BufferedReader said;
    private Future<Integer> status = CompletableFuture.completedFuture(0);

    @BeforeEach
    void anExercise() throws IOException {
        fake = new FakeCurriculum(root).with("01-task-runner", Witness.class.getName());
        exercise = new FakeExercise(root);
        said = new BufferedReader(new PipedReader(written, 1 << 16));
    }

    @AfterEach
    void leave() throws IOException {
        keys.close();
        learner.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"watch 1.1", "watch 1.1 --poll"})
    void everySaveGetsAVerdict(String command) throws IOException, InterruptedException, ExecutionException {
        sitDown(command);
        assertThat(verdict()).isEqualTo("1.1 NOT_BEGUN");

        exercise.answer("exercise", "b");
        assertThat(verdict()).isEqualTo("1.1 FAILED");

        exercise.answer("exercise", FakeExercise.RIGHT);
        assertThat(verdict()).isEqualTo("1.1 SOLVED");

        type('q');
        assertThat(status.get()).isZero();
    }

    /// The older version would never end.
    @Test
    void aNewerVersionIsJudgedInsteadOfAnOlder() throws IOException {
        sitDown("watch 1.1");
        assertThat(verdict()).isEqualTo("1.1 NOT_BEGUN");

        exercise.answer("exercise", "sleepForEver(\"" + root.resolve("asleep") + "\")");
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(root.resolve("asleep")));
        exercise.answer("exercise", FakeExercise.RIGHT);

        assertThat(verdict()).isEqualTo("1.1 SOLVED");
    }

    /// Were it judged, its verdict would come first.
    @Test
    void aFileThatIsEmptyWhileItIsSavedIsNotJudged() throws IOException {
        sitDown("watch 01 --poll");
        assertThat(verdict()).isEqualTo("1.1 NOT_BEGUN");

        Files.writeString(exercise.file(), "");
        exercise.saveTheOther("class Half {");

        assertThat(verdict()).isEqualTo("1.2 DOES_NOT_COMPILE");
    }

    @Test
    void nGoesToTheNextThatIsOpenAndRJudgesAgain() throws IOException {
        sitDown("watch 01");
        assertThat(verdict()).isEqualTo("1.1 NOT_BEGUN");

        type('n');
        assertThat(verdict()).isEqualTo("1.2 DOES_NOT_COMPILE");
        type('r');
        assertThat(verdict()).isEqualTo("1.2 DOES_NOT_COMPILE");
        type('n');
        assertThat(verdict()).isEqualTo("1.1 NOT_BEGUN");
    }

    /// What is on the screen stays there: the hint, say.
    @Test
    void whereNoOtherIsOpenNJudgesNothing() throws IOException {
        exercise.answer("exercise", FakeExercise.RIGHT);
        sitDown("watch 1.1");
        assertThat(verdict()).isEqualTo("1.1 SOLVED");

        type('n');
        assertThat(next().get("event").asText()).isEqualTo("TOLD");
    }

    @Test
    void whatIsSolvedNeedsNoHint() throws IOException {
        exercise.answer("exercise", "b");
        sitDown("watch 1.1");
        assertThat(verdict()).isEqualTo("1.1 FAILED");
        type('h');
        assertThat(next().get("kind").asText()).isEqualTo("hint");
        assertThat(next().get("event").asText()).isEqualTo("TOLD");

        exercise.answer("exercise", FakeExercise.RIGHT);
        assertThat(verdict()).isEqualTo("1.1 SOLVED");

        type('h');
        assertThat(next().path("event").asText()).isEqualTo("TOLD");
    }

    @Test
    void whereNobodyTypesItEndsAfterTheFirstVerdict() throws IOException, InterruptedException, ExecutionException {
        exercise.answer("exercise", FakeExercise.RIGHT);

        sitDown("watch 1.1");
        keys.close();

        assertThat(verdict()).isEqualTo("1.1 SOLVED");
        assertThat(status.get()).isZero();
    }

    private void sitDown(String command) throws IOException {
        String[] args = (command + " --json").split(" ");
        PipedInputStream typed = new PipedInputStream(keys);
        status = learner.submit(() -> {
            try (written) {
                return fake.learn(typed, written, args);
            }
        });
    }

    private void type(char key) throws IOException {
        keys.write(Character.toString(key).getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    private JsonNode next() throws IOException {
        String line = said.readLine();
        if (line == null) {
            throw new AssertionError("It ended. " + fake.err());
        }
        return new ObjectMapper().readTree(line);
    }

    /// The next one, when all that belongs to it has been said.
    private String verdict() throws IOException {
        String verdict = "";
        while (true) {
            JsonNode node = next();
            if (node.get("kind").asText().equals("check")) {
                verdict =
                        node.get("exercise").asText() + " " + node.get("state").asText();
            } else if (node.get("event").asText().equals("JUDGED")) {
                return verdict;
            }
        }
    }
}

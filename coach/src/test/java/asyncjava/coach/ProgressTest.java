package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.coach.Progress.Entry;
import asyncjava.coach.Progress.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class ProgressTest {

    @TempDir
    private Path root;

    private FakeCurriculum fake;

    @BeforeEach
    void anExercise() throws IOException {
        fake = new FakeCurriculum(root).with("01-task-runner", Witness.class.getName());
        var _ = new FakeExercise(root);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"1.1\": null}", "{\"1.1\": {\"hints\": -1}}", "\0"})
    void aDamagedFileIsNamedInOneLineAndLeftAsItIs(String text) throws IOException {
        Path file = root.resolve(".learn/progress.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);

        for (String command : List.of("hint 1.1", "solution 1.1 --give-up", "solution 1.1", "progress", "start")) {
            FakeCurriculum one = new FakeCurriculum(root);
            assertThat(one.learn(command.split(" ", -1))).as(command).isEqualTo(1);
            assertThat(one.err())
                    .startsWith(file + " is damaged: ")
                    .contains("Mend it")
                    .hasLineCount(1);
            assertThat(one.out()).isEmpty();
        }

        assertThat(file).hasContent(text);
    }

    /// Its folder is a file, and nothing can be written there, not even by root.
    @Test
    void aFileThatCannotBeWrittenIsNamedInOneLine() throws IOException {
        Files.writeString(root.resolve(".learn"), "");

        assertThat(fake.learn("hint", "1.1")).isEqualTo(1);

        assertThat(fake.err())
                .startsWith(root.resolve(".learn/progress.json") + " cannot be written (")
                .hasLineCount(1);
        assertThat(fake.out()).isEmpty();
    }

    @Test
    void whatALaterVersionKnowsMoreIsNoDamage() throws IOException {
        Files.createDirectories(root.resolve(".learn"));
        Files.writeString(root.resolve(".learn/progress.json"), """
                {"1.1": {"checks": 3, "hints": 1, "mood": "good"}}
                """);

        assertThat(progress(0).of("1.1")).isEqualTo(new Entry(3, null, null, 1, null, null));
    }

    @Test
    void ofTwoThatChangeItAtOnceNeitherIsLost() throws IOException, InterruptedException, ExecutionException {
        int times = 50;
        List<Future<?>> both = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (String exercise : List.of("1.1", "1.2")) {
                both.add(threads.submit(() -> {
                    for (int i = 1; i <= times; i++) {
                        int hints = i;
                        progress(0).update(exercise, entry -> entry.withHints(hints));
                    }
                    return null;
                }));
            }
        }
        for (Future<?> one : both) {
            one.get();
        }

        assertThat(progress(0).all().values()).extracting(Entry::hints).containsExactly(times, times);
    }

    @Test
    void theFirstPassAndTheFirstGivingUpAreKept() throws IOException {
        progress(1).gaveUp("1.1");
        progress(2).gaveUp("1.1");
        progress(3).update("1.2", entry -> entry.afterCheck("once", null, null));
        progress(4).update("1.2", entry -> entry.afterCheck("again", null, null));
        progress(5).gaveUp("1.2");

        assertThat(progress(9).of("1.1").gaveUp()).isEqualTo("1970-01-01T00:00:01Z");
        assertThat(progress(9).of("1.2")).isEqualTo(new Entry(2, "once", null, 0, null, null));
    }

    @Test
    void theExerciseThatFailedLastIsTheOneAtHand() throws IOException {
        assertThat(progress(0).lastFailed()).isEmpty();
        failed("1.1", "2026-01-01T00:00:02Z");
        failed("1.2", "2026-01-01T00:00:01Z");
        assertThat(progress(0).lastFailed()).contains("1.1");

        progress(0).update("1.1", entry -> entry.afterCheck("2026-01-01T00:00:03Z", null, null));
        assertThat(progress(0).lastFailed()).contains("1.2");
    }

    private void failed(String exercise, String when) throws IOException {
        progress(0).update(exercise, entry -> entry.afterCheck(null, new Failure("aTest", null, false), when));
    }

    @Test
    void noNumberInItIsNegative() {
        assertThatThrownBy(() -> new Entry(-1, null, null, 0, null, null))
                .hasMessage("checks and hints must be at least 0, were -1 and 0");
    }

    private Progress progress(long second) {
        return new Progress(root, Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }
}

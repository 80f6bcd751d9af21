package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A judge that is told to stop clears up. One that is killed has no time to end its worker, which therefore ends
/// by itself.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(OS.WINDOWS)
final class JudgeKilledTest {

    @TempDir
    private Path root;

    private Process learn;
    private ProcessHandle sleep;

    /// Has a judge at work on an answer that starts a process, says which, and waits for its end: an hour.
    @BeforeEach
    void begin() throws IOException {
        new FakeCurriculum(root).with("01-task-runner", Witness.class.getName());
        Path started = root.resolve("started");
        new FakeExercise(root).answer("exercise", """
                ((java.util.function.IntSupplier) () -> {
                    try {
                        Process sleep = new ProcessBuilder("sleep", "3600").start();
                        java.nio.file.Path written = java.nio.file.Path.of("%1$s.part");
                        java.nio.file.Files.writeString(written, "" + sleep.pid());
                        java.nio.file.Files.move(written, java.nio.file.Path.of("%1$s"));
                        return sleep.waitFor();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }).getAsInt()""".formatted(started));
        learn = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // Where the killed one leaves the worker's folder.
                        "-Djava.io.tmpdir=" + Files.createDirectory(root.resolve("tmp")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        JudgeMain.class.getName(),
                        root.toString())
                .inheritIO()
                .start();
        await().atMost(Duration.ofSeconds(50)).until(() -> {
            assertThat(learn.isAlive()).isTrue();
            return Files.exists(started);
        });
        sleep = ProcessHandle.of(Long.parseLong(Files.readString(started))).orElseThrow();
    }

    @AfterEach
    void end() {
        learn.descendants().forEach(ProcessHandle::destroyForcibly);
        learn.destroyForcibly();
    }

    @Test
    void aWorkerAndWhatItHasStartedOutliveNoJudge() throws InterruptedException {
        List<ProcessHandle> both = List.of(sleep.parent().orElseThrow(), sleep);

        learn.destroyForcibly().waitFor();

        assertThat(both).allSatisfy(one -> assertThat(one.onExit()).succeedsWithin(20, TimeUnit.SECONDS));
    }

    @Test
    void aJudgeThatIsToldToStopLeavesNoFolderBehind() throws IOException, InterruptedException {
        learn.destroy();
        learn.waitFor();

        try (Stream<Path> left = Files.list(root.resolve("tmp"))) {
            assertThat(left).noneMatch(one -> one.getFileName().toString().startsWith("learn-"));
        }
    }

    /// `./learn check 1.1` as a program.
    static final class JudgeMain {
        public static void main(String[] args) {
            System.exit(new FakeCurriculum(Path.of(args[0])).learn("check", "1.1"));
        }
    }
}

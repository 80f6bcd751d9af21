package asyncjava.taskrunner;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Program;
import asyncjava.testkit.Program.Ended;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Ctrl-C cancels, tells what became of the tasks, and ends with status 130; in JVMs of its own, for signals.
@DisabledOnOs(OS.WINDOWS)
final class MainCtrlCTest {

    @TempDir
    private Path folder;

    @Test
    void ctrlCCancelsTheTasksShowsTheTimelineSoFarAndEndsWithStatus130() throws IOException, InterruptedException {
        Path report = folder.resolve("out.html");
        try (Program program = Program.start(
                Main.class,
                "--delay",
                "1h",
                "--style",
                "virtual",
                "-v",
                "--report",
                report.toString(),
                "tea",
                "toast")) {
            program.awaitError("tea waits");
            program.awaitError("toast waits");

            program.signal("INT");

            Ended ended = program.awaitEnd();
            assertThat(ended.status()).isEqualTo(130);
            assertThat(ended.out())
                    .contains("tea ", "toast ", "cancelled after")
                    .contains("interrupted: 0 done, 0 failed, 2 cut off, 0 never begun.", "Cut off: ");
            assertThat(report).exists();
        }
    }

    @Test
    void ctrlCSaysWhatHasNeverBegun() throws IOException, InterruptedException {
        try (Program program = Program.start(
                Main.class, "--delay", "1h", "--style", "sequential,virtual,reactor", "-v", "tea", "toast", "egg")) {
            program.awaitError("tea waits");

            program.signal("INT");

            assertThat(program.awaitEnd().out())
                    .contains(
                            "interrupted: 0 done, 0 failed, 1 cut off, 2 never begun.",
                            "Cut off: tea",
                            "Not run: virtual, reactor");
        }
    }

    @Test
    void ctrlCCountsWhatItCutOffBeyondWhatIsKeptForTheDrawing() throws IOException, InterruptedException {
        try (Program program =
                Program.start(Main.class, "--tasks", "10050", "--delay", "1h", "--style", "reactor", "--quiet", "-v")) {
            program.awaitError("task-10050 waits");

            program.signal("INT");

            assertThat(program.awaitEnd().out())
                    .contains("interrupted: 0 done, 0 failed, 10050 cut off, 0 never begun.", " and 10042 more");
        }
    }
}

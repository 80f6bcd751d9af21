package asyncjava.requests;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.site.PracticeSite;
import asyncjava.testkit.Gate;
import asyncjava.testkit.Program;
import asyncjava.testkit.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Ctrl-C and `kill -9` in the middle; in JVMs of its own, for signals.
@DisabledOnOs(OS.WINDOWS)
final class MainKilledTest {

    @TempDir
    private Path folder;

    private final Gate gate = Gate.closed();
    private PracticeSite site;

    @BeforeEach
    void start() throws IOException {
        site = PracticeSite.start();
        site.hold("medium.bin", gate.mono());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @EnumSource
    void ctrlCBreaksOffTellsWhatCameAndLeavesNoPartOfAFile(Style style) throws IOException, InterruptedException {
        try (Program program = Program.start(
                Main.class,
                "--style",
                style.toString(),
                "--download",
                folder.toString(),
                half(),
                url("/delay/3600000"))) {
            gate.awaitInside(1);

            program.signal("INT");

            Ended ended = program.awaitEnd();
            assertThat(ended.status()).isEqualTo(130);
            assertThat(ended.out()).contains("cancelled after", style + ", interrupted: 0 done, 0 failed, ");
            assertThat(files()).isEmpty();
            gate.awaitEmpty();
        }
    }

    /// The bar that is drawn there must not take the output with it.
    @Test
    @EnabledOnOs(OS.LINUX)
    void soItDoesOnATerminal() throws IOException, InterruptedException {
        try (Program program =
                Program.startOnTerminal(Main.class, "--style", "virtual", "--download", folder.toString(), half())) {
            gate.awaitInside(1);
            program.awaitOutput("medium.bin");

            program.pressCtrlC();

            Ended ended = program.awaitEnd();
            assertThat(ended.status()).isEqualTo(130);
            assertThat(ended.out()).contains("cancelled after", "virtual, interrupted: 0 done, 0 failed, ");
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void ctrlCShowsWhatHadCome() throws IOException, InterruptedException {
        try (Program program =
                Program.start(Main.class, "--style", "virtual", "-v", url("/status/200"), url("/delay/3600000"))) {
            program.awaitError("/status/200 has ended");

            program.signal("INT");

            assertThat(program.awaitEnd().out()).containsPattern(" 200 +7 B .*/status/200");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VIRTUAL", "REACTOR"})
    void afterKill9AFileIsNotThereAndTheNextDownloadClearsTheRestAway(Style style)
            throws IOException, InterruptedException {
        try (Program program =
                Program.start(Main.class, "--style", style.toString(), "--download", folder.toString(), half())) {
            gate.awaitInside(1);

            program.signal("KILL");
            program.awaitEnd();
        }
        assertThat(files()).doesNotContain("medium.bin");

        assertThat(Mains.run("--download", folder.toString(), url("/files/tiny.bin"))
                        .status())
                .isZero();
        assertThat(files()).containsExactly("tiny.bin");
    }

    private String half() {
        return url("/half/medium.bin");
    }

    private String url(String path) {
        return site.uri(path).toString();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}

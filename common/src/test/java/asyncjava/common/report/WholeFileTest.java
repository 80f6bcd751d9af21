package asyncjava.common.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class WholeFileTest {

    @TempDir
    private Path directory;

    @Test
    void aReportReplacesTheOneBeforeAndLeavesNothingBesideIt() throws IOException {
        Path file = directory.resolve("report.html");
        Files.writeString(file, "before");
        HtmlReport.write(file, "title", "command", List.of(new Run("a", Duration.ofMillis(900), Recorded.staircase())));

        assertThat(file).content().startsWith("<!doctype html>").endsWith("</html>\n");
        assertThat(directory.toFile().list()).containsExactly("report.html");
    }

    @Test
    void aWriteThatFailsLeavesTheFileAsItWas() throws IOException {
        Path file = directory.resolve("report.html");
        Files.writeString(file, "before");

        assertThatIOException()
                .isThrownBy(() -> WholeFile.write(file, out -> {
                    out.write("after".repeat(100_000));
                    throw new IOException("no space left on device");
                }))
                .withMessage("no space left on device");
        assertThat(file).hasContent("before");
        assertThat(directory.toFile().list()).containsExactly("report.html");
    }

    @Test
    void aMoveThatFailsLeavesNothingBesideIt() throws IOException {
        Path taken = Files.createDirectory(directory.resolve("report.html"));
        Files.writeString(taken.resolve("inside"), "before");

        assertThatIOException().isThrownBy(() -> WholeFile.write(taken, out -> out.write("after")));
        assertThat(directory.toFile().list()).containsExactly("report.html");
        assertThat(taken.resolve("inside")).hasContent("before");
    }

    @Test
    void aMissingDirectoryIsNamed() {
        Path file = directory.resolve("missing").resolve("report.html");

        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> WholeFile.write(file, out -> out.write("text")))
                .withMessageContaining("there is no directory")
                .withMessageContaining(directory.resolve("missing").toString());
    }
}

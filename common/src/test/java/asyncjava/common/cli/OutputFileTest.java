package asyncjava.common.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class OutputFileTest {

    @TempDir
    private Path folder;

    @Test
    void aNewFileInAFolderThatExistsIsAcceptedAndNotYetMade() {
        Path file = folder.resolve("out.html");

        assertThatCode(() -> OutputFile.require("--report", file)).doesNotThrowAnyException();
        assertThat(file).doesNotExist();
    }

    @Test
    void aNameWithoutAFolderMeansTheWorkingFolder() {
        assertThatCode(() -> OutputFile.require("--report", Path.of("out.html")))
                .doesNotThrowAnyException();
    }

    @Test
    void aFolderIsRefused() {
        assertThatThrownBy(() -> OutputFile.require("--report", folder))
                .isInstanceOf(BadInput.class)
                .hasMessage("--report: got \"%s\"; accepted: a file (this is a folder)", folder);
    }

    @Test
    void aFileInAMissingFolderIsRefused() {
        assertThatThrownBy(() -> OutputFile.require("--report", folder.resolve("missing/out.html")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("a file in a folder that exists (%s does not)", folder.resolve("missing"));
    }
}

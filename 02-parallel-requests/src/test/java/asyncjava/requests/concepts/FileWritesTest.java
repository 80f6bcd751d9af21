package asyncjava.requests.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@LeavesNoThreadBehind
final class FileWritesTest {

    private static final List<String> LINES = List.of("tea\n", "egg\n", "jam\n");

    @TempDir
    private Path folder;

    @Test
    void blockingAndAsynchronousWritesLeaveTheSameFile() throws IOException {
        FileWrites.blocking(folder.resolve("blocking"), LINES);
        try (var channel = FileWrites.open(folder.resolve("asynchronous"))) {
            assertThat(FileWrites.asynchronous(channel, LINES).join()).isEqualTo(12);
        }

        assertThat(folder.resolve("blocking")).hasContent("tea\negg\njam\n");
        assertThat(folder.resolve("asynchronous")).hasContent("tea\negg\njam\n");
    }

    @Test
    void withoutAPlaceEachLineIsWrittenOverTheOneBefore() throws IOException {
        Path file = folder.resolve("file");
        try (var channel = FileWrites.open(file)) {
            FileWrites.withoutAPlace(channel, LINES).join();
        }

        assertThat(file).hasContent("jam\n");
    }
}

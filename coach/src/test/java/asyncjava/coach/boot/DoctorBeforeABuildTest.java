package asyncjava.coach.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What stops a build may be what the doctor would find, who must therefore do without one, and without
/// libraries.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(OS.WINDOWS)
final class DoctorBeforeABuildTest {

    private static final Path SOURCES = Path.of("src/main/java/asyncjava/coach");

    @TempDir
    private Path temp;

    @Test
    void aFailedBuildDoesNotStopTheDoctor() throws IOException, InterruptedException {
        Path root = temp.toRealPath();
        Path sources = root.resolve("coach").resolve(SOURCES);
        for (String folder : List.of("boot", "doctor")) {
            copy(SOURCES.resolve(folder), sources.resolve(folder));
        }
        Files.writeString(root.resolve("coach/pom.xml"), "<project/>");
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.writeString(root.resolve("mvnw"), "echo '[ERROR] wget: Failed to fetch https://x'; exit 1\n");

        Process doctor = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Dlearn.root=" + root,
                        sources.resolve("boot/Boot.java").toString(),
                        "doctor",
                        "--plain")
                .redirectErrorStream(true)
                .start();
        List<String> said = new String(doctor.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();

        assertThat(doctor.waitFor()).isEqualTo(1);
        assertThat(said)
                .anyMatch(line -> line.startsWith("The build failed: it could not download what it needs."))
                .anyMatch(line -> line.startsWith("JDK, "))
                .anyMatch(line -> line.startsWith("Maven, "));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}

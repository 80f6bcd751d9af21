package asyncjava.coach.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class BuildFailedTest {

    private static final Path ROOT = Path.of("/x y/clone").toAbsolutePath();
    private static final Path LOG = ROOT.resolve("target/learn-build.log");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wget: Failed to fetch https://repo.maven.apache.org/maven2/org/apache/maven/apache-maven-3.9.16-bin.zip",
                "curl: Failed to fetch https://repo.maven.apache.org/maven2/org/apache/maven/apache-maven-3.9.16-bin.zip",
                "[ERROR] Plugin x or one of its dependencies could not be resolved: Could not transfer artifact x:pom:1 from/to"
                        + " central (https://repo.maven.apache.org/maven2): repo.maven.apache.org: Name or service not known",
                "[ERROR] Unknown host repo.maven.apache.org: Temporary failure in name resolution",
                "java.net.UnknownHostException: repo.maven.apache.org",
                "[ERROR] Connect to repo.maven.apache.org:443 failed: Connection refused",
            })
    void aDownloadThatFailedIsPutDownToTheNetwork(String line) {
        assertThat(explain("[INFO] Scanning for projects...", line))
                .startsWith("The build failed: it could not download what it needs.")
                .contains(line.replace("[ERROR] ", ""))
                .endsWith(LOG.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ERROR] Could not transfer artifact x:jar:1 from/to central: /root/.m2/x.part: No space left on device",
                "unzip: write error (disk full?). No space left on device",
                "[ERROR] There is not enough space on the disk",
            })
    void aFullDiskIsToldFromAMissingNetwork(String line) {
        assertThat(explain(line)).startsWith("The build failed: the disk is full.");
    }

    @Test
    void aCompileErrorAboutANetworkIsNoMissingNetwork() {
        String file = ROOT.resolve("02/src/main/java/Fetch.java").toString();

        assertThat(explain("[ERROR] " + file + ":[12,30] unreported exception java.net.UnknownHostException"))
                .startsWith("The build failed: the code does not compile.");
    }

    @Test
    void compileErrorsAreShownOnceWithTheirPlace() {
        String file = ROOT.resolve("coach/src/main/java/X.java").toString();

        assertThat(explain(
                                "[ERROR] COMPILATION ERROR : ",
                                "[ERROR] " + file + ":[1,36] cannot find symbol",
                                "  symbol:   class Foo",
                                "  location: class X",
                                "[ERROR] " + file + ":[7,51] incompatible types: String cannot be converted to int",
                                "[ERROR] Failed to execute goal compile on project coach: Compilation failure: ",
                                "[ERROR] " + file + ":[1,36] cannot find symbol",
                                "[ERROR]   symbol:   class Foo",
                                "[ERROR]   location: class X",
                                "[ERROR] " + file + ":[7,51] incompatible types: String cannot be converted to int",
                                "[ERROR] -> [Help 1]")
                        .lines())
                .containsExactly(
                        "The build failed: the code does not compile.",
                        "  " + Path.of("coach/src/main/java/X.java") + ":1: cannot find symbol (class Foo)",
                        "  " + Path.of("coach/src/main/java/X.java")
                                + ":7: incompatible types: String cannot be converted to int",
                        "All that Maven said: " + LOG);
    }

    @Test
    void manyCompileErrorsAreCutOff() {
        String[] errors = IntStream.rangeClosed(1, 30)
                .mapToObj(line -> "[ERROR] X.java:[" + line + ",1] ';' expected")
                .toArray(String[]::new);

        assertThat(explain(errors)).contains("X.java:10:", "and 20 more").doesNotContain("X.java:11:");
    }

    @Test
    void anythingElseIsShownByItsLastLines() {
        String[] lines = IntStream.rangeClosed(1, 30).mapToObj(i -> "line " + i).toArray(String[]::new);

        assertThat(explain(lines))
                .contains("line 16", "line 30", LOG.toString())
                .doesNotContain("line 15");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() {
        assertThat(BuildFailed.because(new AccessDeniedException("/c/target")))
                .hasMessage("The build cannot write /c/target: permission denied.");
        assertThat(BuildFailed.because(new FileSystemException("/c/target", null, "Read-only file system")))
                .hasMessage("The build cannot write /c/target: Read-only file system.");
    }

    @Test
    void aLogThatDoesNotFitOnTheDiskIsAFullDisk() {
        assertThat(BuildFailed.because(new IOException("No space left on device")))
                .hasMessageStartingWith("The build failed: the disk is full.");
    }

    private static String explain(String... output) {
        return String.valueOf(BuildFailed.because(List.of(output), ROOT, LOG).getMessage());
    }
}

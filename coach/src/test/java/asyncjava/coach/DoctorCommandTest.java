package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class DoctorCommandTest {

    @TempDir
    private Path root;

    private FakeCurriculum fake;

    @BeforeEach
    void noProjects() {
        fake = new FakeCurriculum(root);
    }

    @Test
    void aProblemIsStatus1() {
        assertThat(fake.learn("doctor")).isEqualTo(1);

        assertThat(fake.out())
                .contains(
                        "fine     JDK: 25",
                        "PROBLEM  Maven: The wrapper is incomplete",
                        "Problems: 1. Each says what to do.");
        assertThat(fake.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(wide(line)));
    }

    /// A path cannot be broken.
    private static int wide(String line) {
        return line.strip().contains(" ") && !line.contains("/") ? 80 : Integer.MAX_VALUE;
    }

    @Test
    void whereThereIsNoneItIsStatus0() throws IOException {
        Files.createDirectories(root.resolve(".mvn/wrapper"));
        Files.createFile(root.resolve("mvnw"));
        Files.writeString(
                root.resolve(".mvn/wrapper/maven-wrapper.properties"),
                "distributionUrl=https://repo.example.org/maven-of-nobody-bin.zip\n");

        assertThat(fake.learn("doctor")).isZero();

        assertThat(fake.out()).contains("note     Maven: maven-of-nobody is not here yet.", "No problems.");
    }

    @Test
    void inPlainWordsEachFindingIsOneLine() {
        fake.learn("doctor", "--plain");

        assertThat(fake.out().lines())
                .allMatch(line -> line.matches("[A-Z].+, (fine|note|PROBLEM): .+") || line.startsWith("Problems: 1."))
                .hasSize(13);
    }
}

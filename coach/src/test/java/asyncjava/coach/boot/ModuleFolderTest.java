package asyncjava.coach.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ModuleFolderTest {

    private static final FileTime BEFORE = FileTime.fromMillis(1_000_000);
    private static final FileTime BUILT = FileTime.fromMillis(2_000_000);
    private static final FileTime AFTER = FileTime.fromMillis(3_000_000);

    @TempDir
    private Path root;

    private ModuleFolder module;
    private Path jar;

    /// A project that depends on the module `common` and on a library, all of it built after it was written.
    @BeforeEach
    void aModuleThatIsUpToDate() throws IOException {
        root = root.toRealPath();
        module = new ModuleFolder(root, "01-task-runner");
        jar = write("repository/library.jar");
        write("pom.xml");
        write(".mvn/run/project.properties");
        for (String name : List.of("common", "testkit", "01-task-runner")) {
            write(name + "/pom.xml");
            write(name + "/src/main/java/A.java");
            write(name + "/src/main/resources/b.txt");
            write(name + "/src/test/java/ATest.java");
            write(name + "/target/classes/A.class");
        }
        writeClasspath("classpath", root.resolve("common/target/classes"), jar);
        writeClasspath(
                "test-classpath", root.resolve("common/target/classes"), root.resolve("testkit/target/classes"), jar);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, BEFORE);
            }
        }
        Files.setLastModifiedTime(module.marker(), BUILT);
    }

    @Test
    void isUpToDateWhenNothingIsYoungerThanItsBuild() throws IOException {
        assertThat(module.isUpToDate()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                ".mvn/run/project.properties",
                "01-task-runner/pom.xml",
                "01-task-runner/src/main/java/A.java",
                "01-task-runner/src/main/resources/b.txt",
                "common/pom.xml",
                "common/src/main/java/A.java",
                "testkit/src/main/java/A.java",
            })
    void isStaleOnceAFileItIsMadeFromIsYounger(String file) throws IOException {
        Files.setLastModifiedTime(root.resolve(file), AFTER);

        assertThat(module.isUpToDate()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01-task-runner/src/test/java/ATest.java", "repository/library.jar"})
    void isNotStaleForWhatItIsNotMadeFrom(String file) throws IOException {
        Files.setLastModifiedTime(root.resolve(file), AFTER);

        assertThat(module.isUpToDate()).isTrue();
    }

    @Test
    void aSourceFromTheFutureDoesNotMakeItStaleForEver() throws IOException {
        Files.setLastModifiedTime(
                root.resolve("01-task-runner/src/main/java/A.java"),
                FileTime.fromMillis(
                        System.currentTimeMillis() + Duration.ofHours(8).toMillis()));

        assertThat(module.isUpToDate()).isTrue();
    }

    @Test
    void classesOfWhatIsStaleAreMadeOlderThanAnySourceSoThatMavenCompilesThemAgain() throws IOException {
        Path own = root.resolve("01-task-runner/target/classes/A.class");
        Path upstream = root.resolve("common/target/classes/A.class");

        module.ageStaleClasses();

        assertThat(Files.getLastModifiedTime(own)).isLessThan(BEFORE);
        assertThat(Files.getLastModifiedTime(upstream)).isEqualTo(BEFORE);

        Files.setLastModifiedTime(root.resolve("common/src/main/java/A.java"), AFTER);
        module.ageStaleClasses();

        assertThat(Files.getLastModifiedTime(upstream)).isLessThan(BEFORE);
    }

    @Test
    void isStaleOnceASourceIsDeleted() throws IOException {
        Files.delete(root.resolve("01-task-runner/src/main/resources/b.txt"));

        assertThat(module.isUpToDate()).isFalse();
    }

    @Test
    void isStaleOnceALibraryIsMissing() throws IOException {
        Files.delete(jar);

        assertThat(module.isUpToDate()).isFalse();
    }

    @Test
    void isStaleOnceItsClassesAreMissing() throws IOException {
        Files.delete(root.resolve("01-task-runner/target/classes/A.class"));
        Files.delete(root.resolve("01-task-runner/target/classes"));

        assertThat(module.isUpToDate()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classpath", "test-classpath"})
    void isStaleWhenItWasNeverBuilt(String file) throws IOException {
        Files.delete(module.marker().resolveSibling(file));

        assertThat(module.isUpToDate()).isFalse();
    }

    @Test
    void isStaleWhenItsClassPathLeadsIntoTheFolderItWasCopiedFrom(@TempDir Path original) throws IOException {
        writeClasspath("test-classpath", Files.createDirectories(original.resolve("common/target/classes")), jar);
        Files.setLastModifiedTime(module.marker(), BUILT);

        assertThat(module.isUpToDate()).isFalse();
    }

    @Test
    void projectsAreTheNumberedFoldersWithAPomInOrder() throws IOException {
        write("02-parallel-requests/pom.xml");
        write("03-only-notes/README.md");

        assertThat(ModuleFolder.projects(root))
                .extracting(ModuleFolder::name)
                .containsExactly("01-task-runner", "02-parallel-requests");
    }

    private Path write(String file) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, file);
    }

    private void writeClasspath(String name, Path... entries) throws IOException {
        Files.createDirectories(module.marker().getParent());
        Files.writeString(
                module.marker().resolveSibling(name),
                String.join(
                        File.pathSeparator,
                        Stream.of(entries).map(Path::toString).toList()));
    }
}

package asyncjava.coach;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The script itself, in a folder of its own in which a few lines stand in for coach.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(OS.WINDOWS)
class LearnScriptTest {

    private static final String BOOT = """
            package asyncjava.coach.boot;

            class Boot {
                public static void main(String[] args) {
                    System.out.println("root " + System.getProperty("learn.root"));
                    System.out.println("called " + System.getProperty("learn.called"));
                    System.out.println("in " + java.nio.file.Path.of("").toAbsolutePath());
                    System.out.println("args " + String.join("|", args));
                    System.exit(5);
                }
            }
            """;

    @TempDir
    private Path temp;

    private Path root;
    private Path elsewhere;
    private Path source;

    private record Answer(int status, String text) {}

    @BeforeEach
    void aCopyInAFolderWithABlank() throws IOException, InterruptedException {
        temp = temp.toRealPath();
        root = Files.createDirectories(temp.resolve("x y/my *clone"));
        elsewhere = Files.createDirectories(temp.resolve("else where"));
        Files.copy(original(), root.resolve("learn"));
        source = root.resolve("coach/src/main/java/asyncjava/coach/boot/Boot.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, BOOT);
    }

    @Test
    void startsFromSourceBeforeTheFirstBuild() throws IOException, InterruptedException {
        assertStarts(root.resolve("learn"), Map.of("JAVA_HOME", jdk()));
    }

    @Test
    void startsTheCompiledClassesAfterwards() throws IOException, InterruptedException {
        compileAndForgetTheSource();

        assertStarts(root.resolve("learn"), Map.of("JAVA_HOME", jdk()));
    }

    @Test
    void startsFromSourceWhenABuildWasCutOff() throws IOException, InterruptedException {
        String boot = Files.readString(source);
        compileAndForgetTheSource();
        Files.delete(root.resolve("coach/target/run/classpath"));
        Files.writeString(source, boot.replace("called ", "from source, called "));

        Answer answer = learn(root.resolve("learn"), Map.of("JAVA_HOME", jdk()));

        assertThat(answer.text()).contains("from source, called ");
    }

    @Test
    void findsItsFolderThroughSymbolicLinks() throws IOException, InterruptedException {
        compileAndForgetTheSource();
        Files.createSymbolicLink(root.resolve("relative link"), Path.of("learn"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), root.resolve("relative link"));

        assertStarts(link, Map.of("JAVA_HOME", jdk()));
    }

    @Test
    void takesTheJavaOnThePathThroughSymbolicLinks() throws IOException, InterruptedException {
        Path bin = Files.createDirectories(temp.resolve("bin"));
        Path jdk = jdkThatSays("25.0.3");
        Path alternative = Files.createSymbolicLink(temp.resolve("alternative"), jdk.resolve("bin/java"));
        Files.createSymbolicLink(bin.resolve("java"), bin.relativize(alternative));

        assertStarts(
                root.resolve("learn"),
                Map.of("PATH", bin + ":" + System.getenv("PATH"), "LEARN_JDK_PLACES", "/nowhere"));
    }

    @Test
    void looksInTheUsualPlaces() throws IOException, InterruptedException {
        Path jdk = jdkThatSays("25");

        assertStarts(
                root.resolve("learn"), Map.of("PATH", tools(), "LEARN_JDK_PLACES", "/nowhere\n" + jdk.getParent()));
    }

    @Test
    void passesOverAJavaHomeOfAnotherVersion() throws IOException, InterruptedException {
        Path old = jdkThatSays("17.0.15");
        Path jdk = jdkThatSays("25.0.3");

        assertStarts(
                root.resolve("learn"),
                Map.of("PATH", tools(), "JAVA_HOME", old.toString(), "LEARN_JDK_PLACES", "" + jdk.getParent()));
    }

    @Test
    void withoutAJdk25SaysWhereItLookedAndWhatToInstall() throws IOException, InterruptedException {
        Path other = jdkThatSays("250.1");

        Answer answer = learn(
                root.resolve("learn"),
                Map.of("PATH", tools(), "JAVA_HOME", other.toString(), "LEARN_JDK_PLACES", "/nowhere\n/no where"));

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.text())
                .startsWith("There is no JDK 25 here")
                .contains("apt install", "brew install", "winget install", "sdk install")
                .contains(other.toString(), "  /nowhere\n", "  /no where\n");
    }

    private void assertStarts(Path script, Map<String, String> environment) throws IOException, InterruptedException {
        Answer answer = learn(script, environment);

        assertThat(answer.text().lines())
                .containsExactly("root " + root, "called " + script, "in " + elsewhere, "args run|01|--name=a  b|*|");
        assertThat(answer.status()).isEqualTo(5);
    }

    /// Called from another folder, with words that a careless script would take apart.
    private Answer learn(Path script, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(script.toString(), "run", "01", "--name=a  b", "*", "")
                .directory(elsewhere.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA") || name.startsWith("JDK_"));
        builder.environment().put("HOME", temp.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Answer(process.waitFor(), text);
    }

    private void compileAndForgetTheSource() throws IOException {
        Path classes = Files.createDirectories(root.resolve("coach/target/classes"));
        int status =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());
        assertThat(status).isZero();
        Files.delete(source);
        Files.createDirectories(root.resolve("coach/target/run"));
        Files.createFile(root.resolve("coach/target/run/classpath"));
    }

    /// A folder that looks like a JDK and whose java works.
    private Path jdkThatSays(String version) throws IOException {
        Path home = temp.resolve("some jdks/jdk " + version);
        writeProgram(home.resolve("bin/javac"), "false");
        writeProgram(home.resolve("bin/java"), "\"" + jdk() + "/bin/java\"");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Us\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /// A folder with the few programs that the script uses, and no java.
    private String tools() throws IOException {
        Path bin = temp.resolve("tools");
        for (String tool : List.of("cat", "sed", "readlink")) {
            String folder = Files.exists(Path.of("/usr/bin", tool)) ? "/usr/bin/" : "/bin/";
            writeProgram(bin.resolve(tool), folder + tool);
        }
        return bin.toString();
    }

    private static void writeProgram(Path program, String calling) throws IOException {
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\nexec " + calling + " \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private static String jdk() {
        return System.getProperty("java.home");
    }

    private static Path original() {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            if (Files.exists(dir.resolve("learn.cmd"))) {
                return dir.resolve("learn");
            }
        }
        throw new IllegalStateException("no learn above " + Path.of("").toAbsolutePath());
    }
}

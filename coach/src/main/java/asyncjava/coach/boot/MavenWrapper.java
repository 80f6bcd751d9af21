package asyncjava.coach.boot;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The Maven that comes with the projects, run by the JDK that runs this.
public final class MavenWrapper {

    /// What a lint or the formatter says must not stop a learner's experiment. Who works on the course hears it from
    /// plain Maven, or here with `LEARN_STRICT` set, as in CI.
    private static final List<String> LENIENT = List.of(
            "-Dmaven.compiler.failOnWarning=false",
            "-Derror-prone.option=-XepAllErrorsAsWarnings",
            "-Dspotless.check.skip=true");

    private MavenWrapper() {}

    /// A process, not yet started, in the root folder.
    public static ProcessBuilder command(Path root, String... args) {
        return command(root, System.getenv(), args);
    }

    static ProcessBuilder command(Path root, Map<String, String> environment, String... args) {
        List<String> command = new ArrayList<>();
        if (File.separatorChar == '\\') {
            command.add(root.resolve("mvnw.cmd").toString());
        } else {
            // Through sh, because a downloaded archive may have lost the permission to execute.
            command.add("sh");
            command.add(root.resolve("mvnw").toString());
        }
        if (!environment.containsKey("LEARN_STRICT")) {
            command.addAll(LENIENT);
        }
        command.addAll(List.of(args));
        ProcessBuilder maven = new ProcessBuilder(command).directory(root.toFile());
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return maven;
    }
}

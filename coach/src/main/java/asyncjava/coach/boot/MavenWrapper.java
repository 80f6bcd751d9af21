package asyncjava.coach.boot;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The Maven that comes with the projects, run by the JDK that runs this.
public final class MavenWrapper {

    private MavenWrapper() {}

    /// A process, not yet started, in the root folder.
    public static ProcessBuilder command(Path root, String... args) {
        List<String> command = new ArrayList<>();
        if (File.separatorChar == '\\') {
            command.add(root.resolve("mvnw.cmd").toString());
        } else {
            // Through sh, because a downloaded archive may have lost the permission to execute.
            command.add("sh");
            command.add(root.resolve("mvnw").toString());
        }
        command.addAll(List.of(args));
        ProcessBuilder maven = new ProcessBuilder(command).directory(root.toFile());
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return maven;
    }
}

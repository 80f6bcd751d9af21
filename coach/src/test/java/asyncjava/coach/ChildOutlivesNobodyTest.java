package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A signal that reaches only `learn`, as from `kill`, ends the project too.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(OS.WINDOWS)
class ChildOutlivesNobodyTest {

    @TempDir
    private Path root;

    @Test
    void aProjectEndsWithItsLearnOnSigterm() throws IOException, InterruptedException {
        assertThat(statusAfter("TERM", List.of())).isEqualTo(128 + 15);
    }

    @Test
    void aProjectEndsWithItsLearnOnSigint() throws IOException, InterruptedException {
        // A background job ignores SIGINT, and so would every JVM that it starts: these tests' own may be one.
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/env")), "env");
        Process probe = new ProcessBuilder("env", "--default-signal=INT", "true").start();
        assumeTrue(probe.waitFor() == 0, "an env that can reset signals");

        assertThat(statusAfter("INT", List.of("env", "--default-signal=INT"))).isEqualTo(128 + 2);
    }

    private int statusAfter(String signal, List<String> prefix) throws IOException, InterruptedException {
        new FakeCurriculum(root).with("01-sleeper", Sleeper.class.getName());
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LearnMain.class.getName(),
                root.toString(),
                "run",
                "01"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process learn = builder.start();
        ProcessHandle project =
                ProcessHandle.of(Long.parseLong(learn.inputReader().readLine())).orElseThrow();
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(learn.pid()))
                    .start()
                    .waitFor();

            int status = learn.waitFor();

            assertThat(project.onExit()).succeedsWithin(10, TimeUnit.SECONDS);
            return status;
        } finally {
            project.destroyForcibly();
            learn.destroyForcibly();
        }
    }

    /// [Learn#run(Path, String\[\])] as a program.
    static final class LearnMain {
        public static void main(String[] args) {
            String[] words = List.of(args).subList(1, args.length).toArray(String[]::new);
            System.exit(Learn.run(Path.of(args[0]), words));
        }
    }
}

package asyncjava.coach;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// A root folder whose projects are built already; their main classes are this module's tests'.
final class FakeCurriculum {

    private final Path root;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    FakeCurriculum(Path root) {
        this.root = root;
    }

    FakeCurriculum with(String name, String main) throws IOException {
        Path project = root.resolve(name);
        Path run = Files.createDirectories(project.resolve("target/run"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.writeString(run.resolve("classpath"), testClasses().toString());
        Files.writeString(run.resolve("test-classpath"), System.getProperty("java.class.path"));
        Files.createDirectories(project.resolve("target/classes"));
        Files.writeString(
                run.resolve("project.properties"),
                "title=Title of " + name + "\nabout=About it.\nmain=" + main
                        + "\nflags= -Dfrom=flags  -Dtoo=flags\nlend=" + FakeLender.class.getName() + "\n");
        return this;
    }

    private static Path testClasses() {
        return Path.of(URI.create(FakeCurriculum.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    int learn(String... args) {
        return learn(InputStream.nullInputStream(), out, args);
    }

    /// @param typed what is typed while it runs
    int learn(InputStream typed, Writer out, String... args) {
        Curriculum curriculum = new Curriculum(root, "./learn", (_, _) -> {});
        return new Learn(curriculum, typed, new PrintWriter(out, true), new PrintWriter(err, true)).run(args);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}

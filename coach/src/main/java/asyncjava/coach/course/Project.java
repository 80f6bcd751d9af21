package asyncjava.coach.course;

import asyncjava.coach.boot.Child;
import asyncjava.coach.boot.ModuleFolder;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A project that is built: what it is, and how to run it.
///
/// @param number two digits
/// @param flags what its JVM needs, such as `--enable-preview`
/// @param lend the class that has something to lend to exercises, see `Loans`; empty where there is none
public record Project(
        ModuleFolder folder, String number, String title, String about, String main, String lend, List<String> flags) {

    public static Project in(ModuleFolder folder) throws IOException {
        Properties written = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.properties())) {
            written.load(reader);
        }
        return new Project(
                folder,
                folder.name().substring(0, 2),
                written.getProperty("title", folder.name()),
                written.getProperty("about", ""),
                written.getProperty("main", ""),
                written.getProperty("lend", ""),
                Stream.of(written.getProperty("flags", "").split("\\s+"))
                        .filter(flag -> !flag.isEmpty())
                        .toList());
    }

    public boolean hasMain() {
        return !main.isEmpty();
    }

    /// Runs its main class.
    ///
    /// @param command how the user runs this project, for its `--help` to show
    /// @return its exit status
    public int run(String command, List<String> args) throws IOException, InterruptedException {
        return run(main, command, args);
    }

    /// Runs one of its classes in a JVM of its own, with the terminal and the working directory of this
    /// one.
    public int run(String main, String command, List<String> args) throws IOException, InterruptedException {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(flags);
        java.add("-Dlearn.command=" + command);
        java.add("-cp");
        java.add(folder.classpath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        java.add(main);
        java.addAll(args);
        try (Child child = Child.start(new ProcessBuilder(java).inheritIO())) {
            return child.waitFor();
        }
    }
}

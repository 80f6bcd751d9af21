package asyncjava.coach;

import asyncjava.coach.Verdict.DoesNotCompile;
import asyncjava.coach.Verdict.TestResult;
import asyncjava.coach.Verdict.Tested;
import asyncjava.coach.boot.Child;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Compiles one answer to one exercise together with that exercise's tests, apart from everything else, and runs the
/// tests in a JVM of its own. The project itself is built already.
///
/// @param patience how long a test waits for what must happen
/// @param output where what the code under test prints goes
record Judge(Project project, Duration patience, Redirect output) {

    /// Every machine looks the same from within: as many threads in the common pool and in Reactor's.
    private static final String CORES = "-XX:ActiveProcessorCount=3";

    private static final Duration AT_MOST = Duration.ofMinutes(3);

    /// @param sources a source folder that holds the exercise's class
    Verdict judge(Exercise exercise, Path sources) throws IOException, InterruptedException {
        return judge(exercise, sources, 1).getFirst();
    }

    /// Runs the tests so many times, one after another in the same JVM.
    ///
    /// @return a verdict for each run; one alone where it does not compile, fewer where the JVM ended early
    List<Verdict> judge(Exercise exercise, Path sources, int times) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("exercise");
        try {
            Path classes = Files.createDirectory(work.resolve("classes"));
            List<String> errors = compile(exercise, sources, classes);
            return errors.isEmpty()
                    ? test(exercise, classes, Files.createDirectory(work.resolve("results")), times)
                    : List.of(new DoesNotCompile(errors));
        } finally {
            delete(work);
        }
    }

    private List<String> compile(Exercise exercise, Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path tests = project.folder().dir().resolve("src/test/java");
        List<String> options = new ArrayList<>(List.of("--release", "25", "-proc:none", "-nowarn", "-implicit:class"));
        if (project.flags().contains("--enable-preview")) {
            options.add("--enable-preview");
        }
        options.addAll(List.of(
                "-d", classes.toString(), "-cp", classpath(), "-sourcepath", sources + File.pathSeparator + tests));
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<Path> files = new ArrayList<>(javaFiles(sources.resolve(exercise.packagePath())));
        files.addAll(javaFiles(tests.resolve(exercise.packagePath())));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(found, Locale.ENGLISH, null)) {
            compiler.getTask(
                            Writer.nullWriter(),
                            manager,
                            found,
                            options,
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        return found.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(this::words)
                .toList();
    }

    private String words(Diagnostic<? extends JavaFileObject> error) {
        if (error.getSource() == null) {
            return error.getMessage(Locale.ENGLISH);
        }
        Path file = Path.of(error.getSource().toUri());
        Path root = project.folder().root();
        return "%s:%d: %s"
                .formatted(
                        file.startsWith(root) ? root.relativize(file) : file,
                        error.getLineNumber(),
                        error.getMessage(Locale.ENGLISH).replace("\n", "\n  "));
    }

    private List<Verdict> test(Exercise exercise, Path classes, Path results, int times)
            throws IOException, InterruptedException {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(project.flags());
        java.addAll(List.of(CORES, "-Dasyncjava.patience=" + patience));
        java.addAll(List.of("-cp", classes + File.pathSeparator + classpath()));
        java.addAll(List.of(
                "asyncjava.testkit.ExerciseRun", exercise.testClass(), results.toString(), String.valueOf(times)));
        Optional<String> brokenOff;
        try (Child child =
                Child.start(new ProcessBuilder(java).redirectOutput(output).redirectError(output))) {
            brokenOff = whyBrokenOff(child, AT_MOST.multipliedBy(times));
        }
        List<Path> runs = sorted(results);
        List<Verdict> verdicts = new ArrayList<>();
        for (Path run : runs) {
            boolean last = run.equals(runs.getLast());
            verdicts.add(new Tested(read(run), last ? brokenOff : Optional.empty()));
        }
        return runs.isEmpty() ? List.of(new Tested(List.of(), brokenOff)) : verdicts;
    }

    private static Optional<String> whyBrokenOff(Child tests, Duration atMost) throws InterruptedException {
        if (!tests.waitFor(atMost)) {
            return Optional.of("The tests had not ended after %d minutes.".formatted(atMost.toMinutes()));
        }
        int status = tests.waitFor();
        return status == 0 ? Optional.empty() : Optional.of("The tests' JVM ended with status %d.".formatted(status));
    }

    private String classpath() throws IOException {
        return project.folder().testClasspath().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<TestResult> read(Path run) throws IOException {
        List<TestResult> tests = new ArrayList<>();
        for (Path file : sorted(run)) {
            String[] text = Files.readString(file).split("\n", 2);
            String name = file.getFileName().toString().replaceFirst("^\\d+ ", "");
            tests.add(new TestResult(name, TestResult.Outcome.valueOf(text[0]), text[1]));
        }
        return tests;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package asyncjava.coach.judge;

import asyncjava.coach.boot.BuildLock;
import asyncjava.coach.boot.ModuleFolder;
import asyncjava.coach.course.Project;
import asyncjava.coach.judge.Verdict.CompileError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tests of a project's exercises, compiled against the solutions and never against what a learner
/// wrote: nothing in an answer can change what they mean.
///
/// @param classes theirs, and those that they hand to an answer
/// @param solution the solutions' classes
public record ExerciseTests(Path classes, Path solution) {

    /// Compiles them where they are not up to date.
    static ExerciseTests of(Project project) throws IOException {
        ModuleFolder folder = project.folder();
        Path home = folder.dir().resolve("target/exercises");
        ExerciseTests tests = new ExerciseTests(home.resolve("tests"), home.resolve("solution"));
        Path made = home.resolve("made");
        if (!isUpToDate(made, folder)) {
            try (BuildLock _ = BuildLock.take(folder.root())) {
                if (!isUpToDate(made, folder)) {
                    FileTime start = FileTime.fromMillis(System.currentTimeMillis());
                    Files.deleteIfExists(made);
                    Trees.delete(home);
                    tests.compile(project);
                    Files.createFile(made);
                    Files.setLastModifiedTime(made, start);
                }
            }
        }
        return tests;
    }

    boolean isUpToDate(ModuleFolder folder) throws IOException {
        return isUpToDate(classes.resolveSibling("made"), folder);
    }

    private static boolean isUpToDate(Path made, ModuleFolder folder) throws IOException {
        if (!Files.exists(made) || !folder.isBuilt()) {
            return false;
        }
        FileTime then = Files.getLastModifiedTime(made);
        for (Path source : sources(folder)) {
            if (Files.getLastModifiedTime(source).compareTo(then) > 0) {
                return false;
            }
        }
        return folder.builtAt().compareTo(then) <= 0;
    }

    private void compile(Project project) throws IOException {
        Files.createDirectories(classes);
        Files.createDirectories(solution);
        Path solutions = project.folder().dir().resolve("src/solution");
        List<Source> sources = new ArrayList<>();
        for (Path file : sources(project.folder())) {
            if (file.toString().endsWith(".java")) {
                sources.add(Source.read(file));
            }
        }
        try (Compiler compiler = new Compiler(project, project.folder().testClasspath())) {
            List<CompileError> errors = compiler.compile(
                    sources, _ -> List.of(), source -> source.startsWith(solutions) ? solution : classes);
            if (!errors.isEmpty()) {
                throw new IOException(errors.stream()
                        .map(error -> "%s:%d: %s".formatted(error.file(), error.line(), error.message()))
                        .collect(Collectors.joining("\n", "The exercises' own tests do not compile:\n", "")));
            }
        }
    }

    /// The tests' and the solutions'; their folders too, whose time tells of files that are gone.
    private static List<Path> sources(ModuleFolder folder) throws IOException {
        List<Path> sources = new ArrayList<>();
        Path tests = folder.dir().resolve("src/test/java");
        try (Stream<Path> all = Files.walk(tests)) {
            all.filter(file -> tests.relativize(file).toString().contains("exercise"))
                    .forEach(sources::add);
        }
        try (Stream<Path> all = Files.walk(folder.dir().resolve("src/solution/java"))) {
            all.forEach(sources::add);
        }
        return sources;
    }
}

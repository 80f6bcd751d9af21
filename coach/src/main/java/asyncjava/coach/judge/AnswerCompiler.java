package asyncjava.coach.judge;

import asyncjava.coach.course.Answer;
import asyncjava.coach.course.Exercise;
import asyncjava.coach.course.Project;
import asyncjava.coach.judge.Verdict.CompileError;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Compiles an answer with what a learner may use: the project's own classes and libraries, and what the
/// tests hand over. Of its sources only those of the exercise's own package are taken.
final class AnswerCompiler implements AutoCloseable {

    /// What is larger is no answer to an exercise.
    private static final int MOST_BYTES = 1_000_000;

    private static final int MOST_FILES = 100;

    private final Project project;
    private final ExerciseTests tests;
    private final CompilerThread compiler;

    AnswerCompiler(Project project, ExerciseTests tests, Duration limit) throws IOException {
        this.project = project;
        this.tests = tests;
        List<Path> classpath = new ArrayList<>(List.of(tests.classes()));
        classpath.addAll(project.folder().classpath());
        compiler = new CompilerThread(limit, () -> new Compiler(project, classpath));
    }

    /// Says what is wrong; nothing where the classes are in the folder.
    List<CompileError> compile(Exercise exercise, Answer answer, Path classes)
            throws IOException, InterruptedException {
        List<Source> sources = new ArrayList<>();
        List<CompileError> errors = new ArrayList<>();
        for (Path file : files(exercise, answer)) {
            read(file, answer, sources, errors);
        }
        return errors.isEmpty()
                ? compiler.run(javac -> javac.compile(sources, unit -> errorsIn(unit, exercise), _ -> classes))
                : errors;
    }

    /// All in the exercise's package; its own class also where it is not there.
    private static List<Path> files(Exercise exercise, Answer answer) throws IOException {
        Path own = answer.sources().resolve(exercise.file());
        Path folder = answer.sources().resolve(exercise.packagePath());
        if (!Files.isDirectory(folder)) {
            return List.of(own);
        }
        try (Stream<Path> all = Files.list(folder)) {
            return Stream.concat(
                            Stream.of(own), all.filter(one -> one.toString().endsWith(".java")))
                    .distinct()
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        }
    }

    private void read(Path file, Answer answer, List<Source> sources, List<CompileError> errors) {
        String why;
        try {
            if (!file.toRealPath().startsWith(answer.sources().toRealPath())) {
                why = "This is a link to somewhere else; accepted: a file of yours.";
            } else if (!Files.isRegularFile(file)) {
                why = "This is no file.";
            } else if (Files.size(file) > MOST_BYTES) {
                why = "got %d bytes; accepted: up to %d".formatted(Files.size(file), MOST_BYTES);
            } else {
                sources.add(Source.read(file, MOST_BYTES));
                return;
            }
        } catch (NoSuchFileException none) {
            why = "There is no such file.";
        } catch (IOException unreadable) {
            why = "This cannot be read: " + unreadable;
        }
        errors.add(CompileError.ofNoLine(Compiler.shown(project, file), why));
    }

    private List<CompileError> errorsIn(CompilationUnitTree unit, Exercise exercise) {
        String file = Compiler.shown(project, Path.of(unit.getSourceFile().toUri()));
        String packageName = Objects.toString(unit.getPackageName(), "");
        if (!packageName.equals(exercise.packageName())) {
            return List.of(CompileError.ofNoLine(
                    file,
                    "got package %s; accepted: %s"
                            .formatted(packageName.isEmpty() ? "(none)" : packageName, exercise.packageName())));
        }
        List<CompileError> errors = new ArrayList<>();
        for (Tree type : unit.getTypeDecls()) {
            if (type instanceof ClassTree declared
                    && Files.exists(tests.classes()
                            .resolve(exercise.packagePath())
                            .resolve(declared.getSimpleName() + ".class"))) {
                errors.add(CompileError.ofNoLine(
                        file,
                        "class %s comes with the exercise, as it is; yours needs another name"
                                .formatted(declared.getSimpleName())));
            }
        }
        return errors;
    }

    @Override
    public void close() throws IOException {
        compiler.close();
    }
}

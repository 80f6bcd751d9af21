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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Compiles an answer with what a learner may use: the project's own classes and libraries, and what the
/// tests hand over. Of its sources only those of the exercise's own package are taken.
final class AnswerCompiler implements AutoCloseable {

    /// A file that is larger is no answer to an exercise.
    private static final long MOST_BYTES = 1_000_000;

    private final Compiler compiler;
    private final ExerciseTests tests;

    AnswerCompiler(Project project, ExerciseTests tests) throws IOException {
        this.tests = tests;
        List<Path> classpath = new ArrayList<>(List.of(tests.classes()));
        classpath.addAll(project.folder().classpath());
        compiler = new Compiler(project, classpath);
    }

    /// Says what is wrong; nothing where the classes are in the folder.
    List<CompileError> compile(Exercise exercise, Answer answer, Path classes) throws IOException {
        Path folder = answer.sources().resolve(exercise.packagePath());
        Path file = answer.sources().resolve(exercise.file());
        if (!Files.isRegularFile(file)) {
            return List.of(new CompileError(compiler.shown(file), 0, "There is no such file.", ""));
        }
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(one -> one.toString().endsWith(".java")).sorted().forEach(sources::add);
        }
        for (Path source : sources) {
            if (Files.size(source) > MOST_BYTES) {
                return List.of(new CompileError(
                        compiler.shown(source),
                        0,
                        "got %d bytes; accepted: up to %d".formatted(Files.size(source), MOST_BYTES),
                        ""));
            }
        }
        return compiler.compile(sources, unit -> errorsIn(unit, exercise), _ -> classes);
    }

    private List<CompileError> errorsIn(CompilationUnitTree unit, Exercise exercise) {
        String file = compiler.shown(Path.of(unit.getSourceFile().toUri()));
        String packageName = Objects.toString(unit.getPackageName(), "");
        if (!packageName.equals(exercise.packageName())) {
            return List.of(new CompileError(
                    file,
                    0,
                    "got package %s; accepted: %s"
                            .formatted(packageName.isEmpty() ? "(none)" : packageName, exercise.packageName()),
                    ""));
        }
        List<CompileError> errors = new ArrayList<>();
        for (Tree type : unit.getTypeDecls()) {
            if (type instanceof ClassTree declared
                    && Files.exists(tests.classes()
                            .resolve(exercise.packagePath())
                            .resolve(declared.getSimpleName() + ".class"))) {
                errors.add(new CompileError(
                        file,
                        0,
                        "class %s comes with the exercise, as it is; yours needs another name"
                                .formatted(declared.getSimpleName()),
                        ""));
            }
        }
        return errors;
    }

    @Override
    public void close() throws IOException {
        compiler.close();
    }
}

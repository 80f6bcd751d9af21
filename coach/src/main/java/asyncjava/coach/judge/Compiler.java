package asyncjava.coach.judge;

import asyncjava.coach.course.Project;
import asyncjava.coach.judge.Verdict.CompileError;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// javac in this JVM, for the exercises of one project. It stays open from one compilation to the next,
/// which makes the next several times as quick.
final class Compiler implements AutoCloseable {

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    private static final int LONGEST_MESSAGE = 4_000;
    private static final int LONGEST_LINE = 1_000;

    private final Project project;
    private final StandardJavaFileManager files = JAVAC.getStandardFileManager(_ -> {}, Locale.ENGLISH, null);

    /// @param classpath what sources are compiled with
    Compiler(Project project, Collection<Path> classpath) throws IOException {
        this.project = project;
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, classpath);
        files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
    }

    /// Says what is wrong; nothing where the classes are written.
    ///
    /// @param wanted what is asked of a source file beyond what javac asks
    /// @param into the folder for the classes of a source file
    List<CompileError> compile(Collection<Source> sources, SourceRule wanted, Destination into) throws IOException {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (ForwardingJavaFileManager<StandardJavaFileManager> manager = new Sorting(files, into)) {
            JavacTask task = (JavacTask) JAVAC.getTask(Writer.nullWriter(), manager, found, options(), null, sources);
            Iterable<? extends CompilationUnitTree> units = task.parse();
            List<CompileError> errors = errors(found);
            if (errors.isEmpty()) { // what was not understood is not looked into any further
                units.forEach(unit -> errors.addAll(wanted.errorsIn(unit)));
            }
            if (errors.isEmpty()) {
                task.analyze();
                errors.addAll(errors(found));
            }
            if (errors.isEmpty()) {
                task.generate();
                errors.addAll(errors(found));
            }
            return errors;
        } catch (StackOverflowError | OutOfMemoryError | IllegalStateException tooMuch) {
            return List.of(CompileError.ofNoLine("", "This is more than the compiler can take in: " + tooMuch));
        }
    }

    private List<String> options() {
        List<String> options =
                new ArrayList<>(List.of("--source", "25", "-proc:none", "-nowarn", "-implicit:class", "-g"));
        if (project.flags().contains("--enable-preview")) {
            options.add("--enable-preview");
        }
        return options;
    }

    private List<CompileError> errors(DiagnosticCollector<JavaFileObject> found) {
        List<CompileError> errors = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> one : found.getDiagnostics()) {
            if (one.getKind() == Diagnostic.Kind.ERROR) {
                errors.add(error(one));
            }
        }
        return errors;
    }

    private CompileError error(Diagnostic<? extends JavaFileObject> found) {
        String message = Shown.shortened(found.getMessage(Locale.ENGLISH), LONGEST_MESSAGE);
        if (!(found.getSource() instanceof Source source)) {
            return CompileError.ofNoLine("", message);
        }
        if (found.getLineNumber() == Diagnostic.NOPOS) {
            return CompileError.ofNoLine(shown(source.path()), message);
        }
        return new CompileError(
                shown(source.path()),
                found.getLineNumber(),
                message,
                marked(source.line(found.getLineNumber()), found.getColumnNumber()));
    }

    /// A line with a mark below it; nothing of a line that nobody could read.
    private static String marked(String line, long column) {
        return line.length() > LONGEST_LINE
                ? ""
                : line.replace("\t", "        ") + "\n" + " ".repeat((int) Math.max(0, column - 1)) + "^";
    }

    private String shown(Path file) {
        return shown(project, file);
    }

    static String shown(Project project, Path file) {
        Path root = project.folder().root();
        return (file.startsWith(root) ? root.relativize(file) : file).toString();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    /// What else is asked of a source file.
    @FunctionalInterface
    interface SourceRule {
        List<CompileError> errorsIn(CompilationUnitTree unit);
    }

    /// Where the classes of a source file go.
    @FunctionalInterface
    interface Destination {
        Path of(Path source);
    }

    /// Sends each class where its source file says, and lets the real manager stay open.
    private static final class Sorting extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Destination destination;

        Sorting(StandardJavaFileManager files, Destination destination) {
            super(files);
            this.destination = destination;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject source) {
            Path file = destination.of(Path.of(source.toUri())).resolve(className.replace('.', '/') + kind.extension);
            return fileManager.getJavaFileObjects(file).iterator().next();
        }

        @Override
        public void close() {}
    }
}

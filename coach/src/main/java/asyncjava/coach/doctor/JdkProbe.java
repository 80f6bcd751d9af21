package asyncjava.coach.doctor;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// The JDK that `learn` found: whether it compiles for release 25.
///
/// @param javaHome what `JAVA_HOME` says; empty when it is not set
record JdkProbe(String javaHome) implements Probe {

    private static final String ADVICE =
            "Install a whole JDK 25, or set JAVA_HOME to one: https://adoptium.net has them for every system.";

    @Override
    public String about() {
        return "JDK";
    }

    @Override
    public Finding look() throws IOException {
        Path home = Path.of(System.getProperty("java.home"));
        String found = "%s by %s, in %s."
                .formatted(System.getProperty("java.version"), System.getProperty("java.vendor"), home);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return Finding.problem(this, found + " It has no compiler.", "Nothing here can be built.", ADVICE);
        }
        String refused = compile(compiler);
        if (!refused.isEmpty()) {
            return Finding.problem(
                    this, found + " It does not compile for release 25: " + refused, "Nothing can be built.", ADVICE);
        }
        if (!javaHome.isBlank() && !isSame(Path.of(javaHome), home)) {
            return Finding.note(
                    this,
                    found + " JAVA_HOME is another one: " + javaHome + ".",
                    "learn uses the first; Maven and an IDE may use the other.",
                    "If they complain, set JAVA_HOME to the first.");
        }
        return Finding.fine(this, found, "It compiles for release 25, which is all that the course needs.");
    }

    /// A class without methods, as far as its bytecode, which is not written.
    private static String compile(JavaCompiler compiler) throws IOException {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///Probe.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return "class Probe {}";
                    }
                };
        try {
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, null, said, List.of("--release", "25"), null, List.of(source));
            ((JavacTask) task).analyze();
        } catch (IllegalArgumentException notAnOption) {
            return String.valueOf(notAnOption.getMessage());
        }
        return said.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(one -> one.getMessage(Locale.ENGLISH))
                .findFirst()
                .orElse("");
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.isSameFile(one, other);
    }
}

package asyncjava.testkit;

import asyncjava.common.cli.CommandLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A main class as its user meets it: in a JVM of its own, with arguments, output, signals and an exit
/// status.
///
/// It runs on the test's class path and with the test JVM's `--` flags. Closing it kills what still runs.
public final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Stream out;
    private final Stream err;

    /// What was left when a program had ended.
    ///
    /// @param status its exit status
    /// @param out what it wrote to standard output
    /// @param err what it wrote to standard error
    public record Ended(int status, String out, String err) {}

    private Program(Process process) {
        this.process = process;
        out = new Stream(process.getInputStream());
        err = new Stream(process.getErrorStream());
    }

    /// Starts a main class.
    public static Program start(Class<?> main, String... arguments) throws IOException {
        return new Program(process(command(main, arguments)));
    }

    /// Starts a main class on a terminal, 80 columns wide; for Linux, which has `script`. What it writes to
    /// standard error is in its output.
    public static Program startOnTerminal(Class<?> main, String... arguments) throws IOException {
        String typed = command(main, arguments).stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" ", "stty cols 80 rows 24; exec ", ""));
        return new Program(
                process(List.of("script", "--quiet", "--flush", "--return", "--command", typed, "/dev/null")));
    }

    private static List<String> command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(listeningToCtrlC());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--") || flag.startsWith("-Duser."))
                .toList());
        command.addAll(
                List.of("-Dstdout.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Process process(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeAll(List.of("COLUMNS", "NO_COLOR", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        return builder.start();
    }

    /// Starts a main class and waits for its end.
    public static Ended run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        try (Program program = start(main, arguments)) {
            return program.awaitEnd();
        }
    }

    /// Runs a main's command in the test's own JVM, which is quicker than a JVM of its own.
    public static Ended here(Callable<Integer> command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = CommandLines.run(command, new PrintWriter(out), new PrintWriter(err), arguments);
        return new Ended(status, out.toString(), err.toString());
    }

    /// Waits until standard output contains a text.
    ///
    /// @throws AssertionError when the program ends without it, or within 60 seconds has not written it
    public void awaitOutput(String containing) throws InterruptedException {
        out.await(containing);
    }

    /// Waits until standard error contains a text.
    ///
    /// @throws AssertionError when the program ends without it, or within 60 seconds has not written it
    public void awaitError(String containing) throws InterruptedException {
        err.await(containing);
    }

    /// Sends a signal by name, such as `INT` for Ctrl-C; for systems that have `kill`.
    public void signal(String name) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new AssertionError("kill -%s ended with status %d".formatted(name, status));
        }
    }

    /// Presses Ctrl-C on its terminal.
    public void pressCtrlC() throws IOException {
        process.getOutputStream().write(3);
        process.getOutputStream().flush();
    }

    /// Waits for the program's end.
    ///
    /// @throws AssertionError when it has not ended within 60 seconds
    public Ended awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("expected the program to end within 60 s, but it printed this and went on:%n%s%n%s"
                    .formatted(out, err));
        }
        return new Ended(process.exitValue(), out.toTheEnd(), err.toTheEnd());
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    // A JVM ignores Ctrl-C for good when it is born ignoring it, as the children of background jobs are.
    private static List<String> listeningToCtrlC() {
        return System.getProperty("os.name").equals("Linux") ? List.of("env", "--default-signal=INT") : List.of();
    }

    /// One of the program's two outputs, read as it comes so that the program never waits for its reader.
    private static final class Stream {

        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private final Thread reader;
        private boolean ended;

        Stream(InputStream in) {
            reader = Thread.ofVirtual().start(() -> {
                try (in) {
                    byte[] buffer = new byte[8192];
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        add(buffer, n);
                    }
                } catch (IOException e) {
                    byte[] message = e.toString().getBytes(StandardCharsets.UTF_8);
                    add(message, message.length);
                } finally {
                    end();
                }
            });
        }

        private synchronized void add(byte[] bytes, int count) {
            read.write(bytes, 0, count);
            notifyAll();
        }

        private synchronized void end() {
            ended = true;
            notifyAll();
        }

        synchronized void await(String text) throws InterruptedException {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!toString().contains(text)) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (ended || left <= 0) {
                    throw new AssertionError(
                            "expected the program to print \"%s\", but it printed:%n%s".formatted(text, this));
                }
                wait(left);
            }
        }

        String toTheEnd() throws InterruptedException {
            reader.join();
            return toString();
        }

        @Override
        public synchronized String toString() {
            return read.toString(StandardCharsets.UTF_8);
        }
    }
}

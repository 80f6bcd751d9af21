package asyncjava.coach.judge;

import asyncjava.coach.boot.Child;
import asyncjava.coach.course.Project;
import asyncjava.coach.worker.Message;
import asyncjava.coach.worker.Message.Hello;
import asyncjava.coach.worker.Message.Ready;
import asyncjava.coach.worker.Message.Run;
import asyncjava.coach.worker.Wire;
import asyncjava.coach.worker.Worker;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A [Worker] in a JVM of its own, in a folder of its own, both of which go when it is closed.
final class WorkerProcess implements AutoCloseable {

    /// Every machine looks the same from within: as many threads in the common pool and in Reactor's.
    private static final String CORES = "-XX:ActiveProcessorCount=3";

    private static final Duration TO_START = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /// How much longer than the worker's own watchdog anybody waits.
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Limits limits;
    private final Path folder;
    private final Child child;
    private final Printed printed;
    private final Wire wire;

    private WorkerProcess(Limits limits, Path folder, Child child, Printed printed, Wire wire) {
        this.limits = limits;
        this.folder = folder;
        this.child = child;
        this.printed = printed;
        this.wire = wire;
    }

    /// Starts one that is ready for [#run].
    ///
    /// @param properties system properties, beyond those that all workers have
    /// @param warmUp see [Worker#main]
    static WorkerProcess start(Project project, Limits limits, List<String> properties, List<String> warmUp)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("worker");
        Child child = null;
        boolean started = false;
        try (ServerSocket door = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
            String token = HexFormat.of().formatHex(SecureRandom.getSeed(16));
            child = Child.start(builder(project, limits, folder, properties, warmUp));
            try (Writer input = child.input()) {
                input.write(door.getLocalPort() + "\n" + token + "\n");
            }
            Printed printed = Printed.by(child, limits.printed());
            Wire wire = accept(door, token, child, printed);
            started = true;
            return new WorkerProcess(limits, folder, child, printed, wire);
        } finally {
            if (!started) {
                if (child != null) {
                    child.kill();
                }
                Trees.delete(folder);
            }
        }
    }

    private static ProcessBuilder builder(
            Project project, Limits limits, Path folder, List<String> properties, List<String> warmUp)
            throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(project.flags());
        java.addAll(List.of(
                CORES,
                "-Xmx%dm".formatted(limits.megabytes()),
                "-XX:MaxDirectMemorySize=%dm".formatted(limits.megabytes()),
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("tmp")),
                "-Duser.home=" + home,
                "-Dasyncjava.patience=" + limits.patience()));
        java.addAll(properties);
        java.addAll(List.of("-cp", classpath(project), Worker.class.getName()));
        java.addAll(warmUp);
        ProcessBuilder builder = new ProcessBuilder(java)
                .directory(Files.createDirectory(folder.resolve("work")).toFile())
                .redirectErrorStream(true)
                .redirectInput(Redirect.PIPE);
        builder.environment().put("HOME", home.toString());
        return builder;
    }

    /// What the tests need, and the worker itself last.
    private static String classpath(Project project) throws IOException {
        return Stream.concat(project.folder().testClasspath().stream(), Stream.of(ownClasses()))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path ownClasses() {
        try {
            return Path.of(Worker.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Wire accept(ServerSocket door, String token, Child child, Printed printed)
            throws IOException, InterruptedException {
        door.setSoTimeout((int) BETWEEN_LOOKS.toMillis());
        long began = System.nanoTime();
        while (true) {
            try {
                Socket socket = door.accept();
                socket.setSoTimeout((int) TO_START.toMillis());
                Wire wire = new Wire(socket);
                if (wire.receive() instanceof Hello(String said) && said.equals(token)) {
                    return wire;
                }
                wire.close();
            } catch (SocketTimeoutException notYet) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (!child.isAlive() || System.nanoTime() - began > TO_START.toNanos()) {
                    throw new IOException("The JVM for the tests did not start. It said:\n" + printed.text(), notYet);
                }
            }
        }
    }

    /// Waits until it is warm.
    void awaitReady() throws IOException {
        if (!(wire.receive() instanceof Ready)) {
            throw new IOException("The JVM for the tests did not get ready. It said:\n" + printed.text());
        }
    }

    /// Lets it run the tests; [#receive] tells what becomes of them.
    void run(ExerciseTests tests, Path answer, String testClass, int times) throws IOException {
        int seconds = (int) limits.time().multipliedBy(times).toSeconds();
        wire.receiveWithin(Duration.ofSeconds(seconds).plus(GRACE));
        wire.send(new Run(tests.classes().toString(), answer.toString(), testClass, times, seconds));
    }

    /// What it says next.
    ///
    /// @throws IOException when it says nothing more
    Message receive() throws IOException {
        return wire.receive();
    }

    /// Waits until it has ended, and all that it printed is here.
    ///
    /// @return its exit status
    int awaitEnd() throws InterruptedException {
        child.waitFor(GRACE);
        child.kill();
        printed.awaitEnd();
        return child.waitFor();
    }

    Printed printed() {
        return printed;
    }

    /// Ends it, and whatever processes it has started, at once.
    @Override
    public void close() throws IOException {
        child.kill();
        wire.close();
        Trees.delete(folder);
    }
}

package asyncjava.coach.judge;

import asyncjava.coach.boot.Child;
import asyncjava.coach.course.Project;
import asyncjava.coach.worker.Message;
import asyncjava.coach.worker.Message.Run;
import asyncjava.coach.worker.Wire;
import asyncjava.coach.worker.Worker;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A [Worker] in a JVM of its own, in a folder of its own, both of which go when it is closed.
final class WorkerProcess implements AutoCloseable {

    /// What a worker compiles it uses for a moment: soon compiled is better than well compiled.
    private static final String COMPILE_SOON = "-XX:TieredStopAtLevel=1";

    /// Every machine looks the same from within: as many threads in the common pool and in Reactor's.
    private static final String CORES = "-XX:ActiveProcessorCount=3";

    /// With this, and a young generation that takes what a run allocates, there is mostly no collection in it. One
    /// would close a client that was forgotten, so that the test that looks for such passes by luck.
    private static final String METASPACE = "-XX:MetaspaceSize=128m";

    private static final Duration TO_START = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /// What was printed last is here a moment after the end.
    private static final Duration FOR_THE_REST = Duration.ofMillis(500);

    /// The copy of the tests, in its folder.
    private static final String TESTS = "tests";

    /// What a JVM, or a program that it starts, needs of the environment. There may be secrets among the
    /// rest.
    private static final Set<String> ENVIRONMENT =
            Set.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "SYSTEMROOT", "COMSPEC");

    private final Limits limits;
    private final Path folder;
    private final Child child;
    private final Printed printed;
    private final Wire wire;
    private final Overdue overdue;

    private WorkerProcess(Limits limits, Path folder, Child child, Printed printed, Wire wire) {
        this.limits = limits;
        this.folder = folder;
        this.child = child;
        this.printed = printed;
        this.wire = wire;
        overdue = new Overdue(child);
    }

    /// Starts one that is ready for [#run].
    ///
    /// @param tests of which it gets a copy
    /// @param properties system properties, beyond those that all workers have
    /// @param warmUp see [Worker#main]
    static WorkerProcess start(
            Project project, ExerciseTests tests, Limits limits, List<String> properties, List<String> warmUp)
            throws IOException, InterruptedException {
        Path folder = Trees.throwaway("worker");
        Child child = null;
        boolean started = false;
        try (Door door = new Door(TO_START)) {
            Trees.copy(tests.classes(), folder.resolve(TESTS));
            child = Child.startToBeKilled(builder(project, limits, folder, properties, warmUp));
            try (Writer input = child.input()) {
                input.write(door.invitation());
            }
            Printed printed = Printed.by(child, limits.printed());
            Wire wire = await(door, child, printed);
            started = true;
            return new WorkerProcess(limits, folder, child, printed, wire);
        } finally {
            if (!started) {
                if (child != null) {
                    child.kill();
                }
                Trees.discard(folder);
            }
        }
    }

    private static ProcessBuilder builder(
            Project project, Limits limits, Path folder, List<String> properties, List<String> warmUp)
            throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.add(COMPILE_SOON);
        java.addAll(project.flags()); // which may say otherwise
        java.addAll(List.of(
                CORES,
                "-Xms%dm".formatted(limits.megabytes()),
                "-Xmx%dm".formatted(limits.megabytes()),
                "-Xmn%dm".formatted(limits.megabytes() / 2),
                METASPACE,
                "-XX:MaxDirectMemorySize=%dm".formatted(limits.megabytes()),
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + temporary,
                "-Duser.home=" + home,
                "-Dasyncjava.patience=" + limits.patience()));
        java.addAll(properties);
        java.addAll(List.of("-cp", classpath(project), Worker.class.getName()));
        java.addAll(warmUp);
        ProcessBuilder builder = new ProcessBuilder(java)
                .directory(Files.createDirectory(folder.resolve("work")).toFile())
                .redirectErrorStream(true)
                .redirectInput(Redirect.PIPE);
        builder.environment().keySet().removeIf(name -> !ENVIRONMENT.contains(name.toUpperCase(Locale.ROOT)));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("TMPDIR", temporary.toString());
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

    private static Wire await(Door door, Child child, Printed printed) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (child.isAlive() && System.nanoTime() - began < TO_START.toNanos()) {
            Optional<Wire> wire = door.await(BETWEEN_LOOKS);
            if (wire.isPresent()) {
                return wire.get();
            }
        }
        throw new IOException("The JVM for the tests did not start. It said:\n" + printed.text());
    }

    /// Lets it run the tests; [#receive] tells what becomes of them. A worker whose watchdog does not end
    /// it in time is killed.
    void run(Path answer, String testClass, int times) throws IOException {
        Duration time = limits.time().multipliedBy(times);
        overdue.schedule(time.plus(limits.grace()));
        int seconds = (int) time.toSeconds();
        String tests = folder.resolve(TESTS).toString();
        wire.receiveWithin(Duration.ZERO);
        int threads = limits.threads() * times; // which an answer may leave behind in each run
        wire.send(new Run(tests, answer.toString(), testClass, times, seconds, threads));
    }

    /// What it says next.
    ///
    /// @throws IOException when it says nothing more
    Message receive() throws IOException {
        return wire.receive();
    }

    /// Whether it was killed because its time was over.
    boolean isOverdue() {
        return overdue.hasCome();
    }

    /// Waits until it has ended, and all that it printed is here.
    ///
    /// @return its exit status
    int awaitEnd() throws InterruptedException {
        if (!child.waitFor(limits.grace())) {
            end();
        }
        awaitPrinted();
        return child.waitFor();
    }

    /// Waits until all that it prints is here, after it has said how its last run ended.
    void awaitPrinted() throws InterruptedException {
        if (!printed.awaitEnd(FOR_THE_REST)) {
            // A process that the answer has started may hold the other end.
            end();
            var _ = printed.awaitEnd(limits.grace());
        }
    }

    Printed printed() {
        return printed;
    }

    /// Ends it, and whatever processes it has started, at once.
    @Override
    public void close() throws IOException {
        overdue.cancel();
        end();
        wire.close();
        Trees.discard(folder);
    }

    boolean isAlive() {
        return child.isAlive();
    }

    private void end() {
        child.kill();
        try {
            // Its folder cannot be deleted before, on some systems.
            child.waitFor(limits.grace());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        Strays.kill(folder);
    }
}

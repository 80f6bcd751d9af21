package asyncjava.coach.doctor;

import asyncjava.coach.doctor.Finding.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs all probes at once, and waits no longer than a limit for any of them.
public final class Doctor {

    private static final Duration LIMIT = Duration.ofSeconds(15);

    private Doctor() {}

    /// Looks at this machine.
    ///
    /// @param root the root folder
    /// @param learn the name by which `learn` was called, for advice to repeat
    public static List<Finding> examine(Path root, String learn) throws InterruptedException {
        return examine(probes(root, learn, System.getenv()), LIMIT);
    }

    private static List<Probe> probes(Path root, String learn, Map<String, String> environment) {
        Path home = Path.of(System.getProperty("user.home"));
        Path target = root.resolve("target");
        return List.of(
                new JdkProbe(environment.getOrDefault("JAVA_HOME", "")),
                new MavenProbe(root, MavenProbe.userFolder(home, environment)),
                FolderProbe.ofLibraries(MavenRepository.find(root, home, environment)),
                FolderProbe.ofProject(root),
                FolderProbe.ofTemporaryFiles(Path.of(System.getProperty("java.io.tmpdir"))),
                new FileEventsProbe(target, target, FileEventsProbe.LIMIT),
                TerminalProbe.ofThisJvm(environment),
                new LoopbackProbe(),
                new PortProbe(
                        8080,
                        "The practice site listens there unless told otherwise.",
                        "End the other program, or choose another port: %s site --port 8081".formatted(learn)),
                new PortProbe(
                        6667,
                        "Project 05, a chat server, will listen there unless told otherwise.",
                        "Choose another port with its --port, or end the other program."),
                MachineProbe.ofThisMachine(),
                new DockerProbe("docker", DockerProbe.LIMIT));
    }

    /// One finding of each probe, in the order of the probes. What does not answer in time is interrupted
    /// and left behind: no thread can be made to come back from a disk or a network that does not answer,
    /// and none of these keeps the JVM from ending.
    static List<Finding> examine(List<Probe> probes, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        List<FutureTask<Finding>> tasks = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        try {
            for (Probe probe : probes) {
                FutureTask<Finding> task = new FutureTask<>(probe::look);
                tasks.add(task);
                Thread.ofPlatform().daemon().name("probe " + probe.about()).start(task);
            }
            for (int i = 0; i < probes.size(); i++) {
                findings.add(answer(probes.get(i), tasks.get(i), deadline - System.nanoTime(), limit));
            }
        } finally {
            tasks.forEach(task -> task.cancel(true));
        }
        return findings;
    }

    private static Finding answer(Probe probe, FutureTask<Finding> task, long nanosLeft, Duration limit)
            throws InterruptedException {
        try {
            return task.get(nanosLeft, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return unknown(probe, "No answer within %d ms.".formatted(limit.toMillis()));
        } catch (ExecutionException e) {
            return unknown(probe, "It could not be looked at: " + e.getCause() + ".");
        }
    }

    private static Finding unknown(Probe probe, String found) {
        return new Finding(probe.about(), Status.NOTE, found, "Whether it is in order is not known.", "Try again.");
    }
}

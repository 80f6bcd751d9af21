package asyncjava.coach.boot;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Runs Maven quietly, and only when something changed.
public final class Build {

    private final Path root;
    private final Path log;

    private Build(Path root) {
        this.root = root;
        log = root.resolve("target/learn-build.log");
    }

    /// Compiles what is stale.
    ///
    /// @param needed the modules that must be up to date; those that they depend on follow
    /// @throws BuildFailed with what went wrong, in plain words
    public static void bringUpToDate(Path root, List<ModuleFolder> needed) throws BuildFailed, InterruptedException {
        Build build = new Build(root);
        try {
            // No lock yet: a build takes the markers away first, so whoever looks during one does not find them.
            if (areUpToDate(needed)) {
                return;
            }
            try (BuildLock _ = BuildLock.take(root)) {
                if (!areUpToDate(needed)) {
                    build.run(needed);
                }
            }
        } catch (IOException failure) {
            throw BuildFailed.because(failure);
        }
    }

    private static boolean areUpToDate(List<ModuleFolder> modules) throws IOException {
        for (ModuleFolder module : modules) {
            if (!module.isUpToDate()) {
                return false;
            }
        }
        return true;
    }

    private void run(List<ModuleFolder> modules) throws IOException, InterruptedException, BuildFailed {
        boolean first = !Files.exists(log);
        for (ModuleFolder module : modules) {
            if (!module.isUpToDate()) {
                module.ageStaleClasses();
            }
        }
        for (ModuleFolder module : modules) {
            Files.deleteIfExists(module.marker());
        }
        FileTime start = FileTime.fromMillis(System.currentTimeMillis());
        BuildProgress progress = BuildProgress.start(first);
        List<String> output = new ArrayList<>();
        int status = runMaven(modules, progress, output);
        progress.end(status == 0);
        if (status != 0) {
            throw BuildFailed.because(output, root, log);
        }
        for (ModuleFolder module : modules) {
            markAsBuilt(module, start);
        }
    }

    private int runMaven(List<ModuleFolder> modules, BuildProgress progress, List<String> output)
            throws IOException, InterruptedException {
        String names = modules.stream().map(ModuleFolder::name).collect(Collectors.joining(","));
        ProcessBuilder maven = MavenWrapper.command(root, "-B", "process-classes", "-pl", names, "-am");
        maven.redirectErrorStream(true);
        Files.createDirectories(log.getParent());
        try (BufferedWriter writer = Files.newBufferedWriter(log);
                Child child = Child.start(maven);
                BufferedReader reader = child.output()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                progress.saw(line);
                output.add(line);
                writer.write(line);
                writer.newLine();
            }
            return child.waitFor();
        }
    }

    /// As old as the build's start, so that what was edited while it ran is seen next time.
    private static void markAsBuilt(ModuleFolder module, FileTime start) throws IOException {
        if (!Files.exists(module.marker())) {
            throw new FileNotFoundException(module.marker() + " was not written by the build");
        }
        Files.setLastModifiedTime(module.marker(), start);
    }
}

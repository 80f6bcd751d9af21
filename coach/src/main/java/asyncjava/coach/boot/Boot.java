package asyncjava.coach.boot;

import asyncjava.coach.doctor.Doctor;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Where `learn` begins: builds what is stale among what the command needs, then hands over to the rest of
/// coach, which needs libraries, in this same JVM.
final class Boot {

    private Boot() {}

    public static void main(String[] args) throws Exception {
        Path root = Path.of(System.getProperty("learn.root", "")).toRealPath();
        ModuleFolder coach = new ModuleFolder(root, "coach");
        int status;
        try {
            Build.bringUpToDate(root, needed(coach, args));
            status = handOver(coach, args);
        } catch (BuildFailed failure) {
            System.err.println(failure.getMessage());
            if (args.length > 0 && args[0].equals("doctor")) {
                examine(root);
            }
            status = 1;
        }
        System.exit(status);
    }

    /// A project that does not compile must not stop another from running, nor anybody from reading the
    /// help.
    private static List<ModuleFolder> needed(ModuleFolder coach, String[] args) throws IOException {
        List<ModuleFolder> needed = new ArrayList<>(List.of(coach));
        String command = args.length == 0 ? "" : args[0];
        for (ModuleFolder project : ModuleFolder.projects(coach.root())) {
            boolean wanted = switch (command) {
                case "", "list" -> true;
                case "run" ->
                    Stream.of(args)
                            .skip(1)
                            .filter(word -> !word.equals("--"))
                            .findFirst()
                            .filter(project::answersTo)
                            .isPresent();
                default -> false;
            };
            if (wanted) {
                needed.add(project);
            }
        }
        return needed;
    }

    /// Without the rest of coach: what is wrong with this machine may be why it cannot be built.
    private static void examine(Path root) throws InterruptedException {
        Doctor.examine(root, System.getProperty("learn.called", "./learn"))
                .forEach(finding -> System.out.println(finding.inOneLine()));
    }

    private static int handOver(ModuleFolder coach, String[] args) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (Path entry : coach.classpath()) {
            urls.add(entry.toUri().toURL());
        }
        // Not a child of the loader that loaded Boot: that one would find coach's classes first, without the libraries.
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            return (int) loader.loadClass("asyncjava.coach.Learn")
                    .getMethod("run", Path.class, String[].class)
                    .invoke(null, coach.root(), args);
        }
    }
}

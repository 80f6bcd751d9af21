package asyncjava.coach;

import asyncjava.coach.boot.BuildLock;
import asyncjava.coach.boot.Child;
import asyncjava.coach.boot.MavenWrapper;
import asyncjava.coach.boot.ModuleFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        description =
                "Builds and tests everything as you have it, then, where there are exercises, with their solutions.")
final class TestCommand implements Callable<Integer> {

    private final Curriculum curriculum;
    private final PrintWriter out;

    @Parameters(paramLabel = "PROJECT", description = "Only these projects, and what they depend on.")
    private List<String> names = new ArrayList<>();

    TestCommand(Curriculum curriculum, PrintWriter out) {
        this.curriculum = curriculum;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, UsageError {
        List<ModuleFolder> chosen = chosen();
        try (BuildLock _ = BuildLock.take(curriculum.root())) {
            if (verify("As you have it", List.of(), chosen) != 0) {
                out.println(Style.bold("Failed: the lines marked [ERROR] say where."));
                return 1;
            }
            List<ModuleFolder> solved = (names.isEmpty() ? curriculum.projects() : chosen)
                    .stream()
                            .filter(project -> Files.isDirectory(project.dir().resolve("src/solution")))
                            .toList();
            if (!solved.isEmpty() && verify("With the solutions", List.of("-Psolution"), solved) != 0) {
                out.println(Style.bold("Failed with the solutions: the lines marked [ERROR] say where."));
                return 1;
            }
        }
        out.println(Style.bold("All tests passed."));
        return 0;
    }

    private List<ModuleFolder> chosen() throws IOException, UsageError {
        List<ModuleFolder> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(curriculum.get(name));
        }
        return chosen;
    }

    /// @param modules empty for all
    private int verify(String heading, List<String> options, List<ModuleFolder> modules)
            throws IOException, InterruptedException {
        List<String> args = new ArrayList<>(List.of("-B", "-ntp", "verify"));
        args.addAll(options);
        if (!modules.isEmpty()) {
            args.add("-pl");
            args.add(modules.stream().map(ModuleFolder::name).collect(Collectors.joining(",")));
            args.add("-am");
        }
        out.println(Style.bold(heading + ": mvnw " + String.join(" ", args)));
        ProcessBuilder maven = MavenWrapper.command(curriculum.root(), args.toArray(String[]::new));
        try (Child child = Child.start(maven.inheritIO())) {
            return child.waitFor();
        }
    }
}

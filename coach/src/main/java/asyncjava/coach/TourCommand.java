package asyncjava.coach;

import asyncjava.coach.boot.ModuleFolder;
import asyncjava.coach.course.Project;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(description = "Without a command: the tour, which runs every project in order.", commandListHeading = "%n")
final class TourCommand implements Callable<Integer> {

    /// A status from here on means that a signal ended the process, as Ctrl-C does.
    private static final int SIGNALLED = 128;

    private final Curriculum curriculum;
    private final PrintWriter out;

    TourCommand(Curriculum curriculum, PrintWriter out) {
        this.curriculum = curriculum;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Project> shown = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (ModuleFolder folder : curriculum.projects()) {
            Project project = Project.in(folder);
            if (!project.hasMain()) {
                continue;
            }
            shown.add(project);
            String command = curriculum.called() + " run " + project.number();
            out.println(Style.bold("Project " + project.number() + ": " + project.title()));
            out.println(project.about());
            out.println("$ " + command);
            out.println();
            int status = project.run(command, List.of());
            out.println();
            if (status > SIGNALLED) {
                return status;
            }
            if (status != 0) {
                failed.add(project.number());
            }
        }
        sayWhatNext(shown);
        if (!failed.isEmpty()) {
            out.println("Failed, see above: " + String.join(", ", failed));
            return 1;
        }
        return 0;
    }

    private void sayWhatNext(List<Project> shown) {
        out.println(Style.bold("What to do next"));
        if (!shown.isEmpty()) {
            Project first = shown.getFirst();
            if (Files.exists(first.folder().dir().resolve("README.md"))) {
                out.println("  Read " + first.folder().name() + "/README.md, the first lesson.");
            }
            suggest("run " + first.number() + " --help", "what project " + first.number() + " can be told");
        }
        suggest("concept", "one idea in one small program: the list of them");
        suggest("check", "the exercises; each is then tested by its number");
        suggest("test", "build everything and run the tests");
        suggest("list", "the projects");
        suggest("help", "all commands");
    }

    private void suggest(String command, String purpose) {
        out.printf("  %s %-14s %s%n", curriculum.called(), command, purpose);
    }
}

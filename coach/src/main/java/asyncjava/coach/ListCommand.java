package asyncjava.coach;

import asyncjava.coach.boot.ModuleFolder;
import asyncjava.coach.course.Exercise;
import asyncjava.coach.course.Project;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "list", description = "The projects, and how to run them.")
final class ListCommand implements Callable<Integer> {

    private final Curriculum curriculum;
    private final PrintWriter out;

    ListCommand(Curriculum curriculum, PrintWriter out) {
        this.curriculum = curriculum;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        for (ModuleFolder folder : curriculum.projects()) {
            Project project = Project.in(folder);
            out.println(Style.bold(project.number() + " " + project.title()));
            out.println("   " + project.about());
            out.println("   "
                    + (project.hasMain() ? curriculum.called() + " run " + project.number() : "Nothing to run yet."));
            List<Exercise> exercises = Exercise.of(folder);
            if (!exercises.isEmpty()) {
                String first = exercises.getFirst().id();
                out.printf(
                        "   Exercises %s to %s: %s check %1$s%n",
                        first, exercises.getLast().id(), curriculum.called());
            }
        }
        return 0;
    }
}

package asyncjava.coach;

import asyncjava.coach.course.Project;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "run", description = "Runs a project, with options of its own: run 01 --help lists them.")
final class RunCommand implements Callable<Integer> {

    private final Curriculum curriculum;

    @Parameters(
            paramLabel = "PROJECT",
            description = "Such as 01, 1, 01-task-runner or task-runner. All that follows is the project's.")
    private List<String> words = new ArrayList<>();

    RunCommand(Curriculum curriculum) {
        this.curriculum = curriculum;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, UsageError {
        if (words.isEmpty()) {
            throw new UsageError(
                    "Which project? Such as: %s run 01. All of them: %1$s list".formatted(curriculum.called()));
        }
        String typed = words.getFirst();
        Project project = Project.in(curriculum.get(typed));
        if (!project.hasMain()) {
            throw new UsageError("Project %s has nothing to run yet.".formatted(project.number()));
        }
        return project.run(curriculum.called() + " run " + typed, words.subList(1, words.size()));
    }
}

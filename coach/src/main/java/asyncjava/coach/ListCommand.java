package asyncjava.coach;

import asyncjava.coach.boot.ModuleFolder;
import asyncjava.coach.course.Exercise;
import asyncjava.coach.course.Project;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "The projects, and how to run them.")
final class ListCommand implements Callable<Integer> {

    private final Curriculum curriculum;

    @Mixin
    private final Face face;

    ListCommand(Curriculum curriculum, Face face) {
        this.curriculum = curriculum;
        this.face = face;
    }

    @Override
    public Integer call() throws IOException {
        List<ProjectList.Row> projects = new ArrayList<>();
        for (ModuleFolder folder : curriculum.projects()) {
            projects.add(ProjectList.Row.of(Project.in(folder), Exercise.of(folder), curriculum.called()));
        }
        face.say(new ProjectList(projects));
        return 0;
    }
}

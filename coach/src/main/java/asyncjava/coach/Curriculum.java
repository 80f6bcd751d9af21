package asyncjava.coach;

import asyncjava.coach.boot.BuildFailed;
import asyncjava.coach.boot.ModuleFolder;
import asyncjava.coach.course.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The projects that lie in one folder.
///
/// @param called the name by which its `learn` was called, for messages to repeat
/// @param builder brings a project up to date
record Curriculum(Path root, String called, Builder builder) {

    @FunctionalInterface
    interface Builder {
        void bringUpToDate(Path root, List<ModuleFolder> projects) throws BuildFailed, InterruptedException;
    }

    Curriculum {
        if (called.contains(" ")) {
            called = '"' + called + '"';
        }
    }

    List<ModuleFolder> projects() throws IOException {
        return ModuleFolder.projects(root);
    }

    Optional<ModuleFolder> find(String typed) throws IOException {
        return projects().stream().filter(project -> project.answersTo(typed)).findFirst();
    }

    /// @throws UsageError with the nearest names, when there is no such project
    ModuleFolder get(String typed) throws IOException, UsageError {
        Optional<ModuleFolder> project = find(typed);
        if (project.isEmpty()) {
            String nearest = Nearest.to(typed, projects(), ModuleFolder::names);
            throw new UsageError("No project \"%s\". %s All of them: %s list".formatted(typed, nearest, called));
        }
        return project.get();
    }

    /// What went wrong, for a person who did not ask how this program works.
    String inWords(Throwable failure) {
        return failure instanceof BuildFailed || failure instanceof ProgressError
                ? String.valueOf(failure.getMessage())
                : called + ": " + failure;
    }

    /// A project, brought up to date.
    Project built(ModuleFolder folder) throws IOException, InterruptedException, BuildFailed {
        builder.bringUpToDate(root, List.of(folder));
        return Project.in(folder);
    }
}
